# SPDX-License-Identifier: MIT
# Every library that the project stands on; docs/adr/0002 says why each. Debian package names: ./whodunit.
set(Boost_USE_STATIC_LIBS ON) # as all that the static programs stand on
find_package(Boost 1.81 REQUIRED COMPONENTS filesystem)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
add_library(whodunit_fmt STATIC ${CMAKE_CURRENT_LIST_DIR}/fmt.cpp)
get_target_property(fmt_INCLUDE_DIR fmt::fmt-header-only INTERFACE_INCLUDE_DIRECTORIES)
target_include_directories(whodunit_fmt SYSTEM PUBLIC ${fmt_INCLUDE_DIR})
find_package(nlohmann_json REQUIRED)
# The archive, not the shared object: the warden is linked statically.
find_path(SECCOMP_INCLUDE_DIR seccomp.h REQUIRED)
find_library(SECCOMP_ARCHIVE libseccomp.a REQUIRED)
add_library(whodunit_seccomp INTERFACE)
target_include_directories(whodunit_seccomp SYSTEM INTERFACE ${SECCOMP_INCLUDE_DIR})
target_link_libraries(whodunit_seccomp INTERFACE ${SECCOMP_ARCHIVE})

# Sealed solutions; static, as the checker is.
find_path(SODIUM_INCLUDE_DIR sodium.h REQUIRED)
find_library(SODIUM_ARCHIVE libsodium.a REQUIRED)
add_library(whodunit_sodium INTERFACE)
target_include_directories(whodunit_sodium SYSTEM INTERFACE ${SODIUM_INCLUDE_DIR})
target_link_libraries(whodunit_sodium INTERFACE ${SODIUM_ARCHIVE})

# What reads the files of dead programs; only whodunit-unwind links these.
foreach(library elfutils:elfutils/libdwfl.h:dw capstone:capstone/capstone.h:capstone)
  string(REPLACE ":" ";" parts ${library})
  list(GET parts 0 name)
  list(GET parts 1 header)
  list(GET parts 2 file)
  find_path(${name}_INCLUDE_DIR ${header} REQUIRED)
  find_library(${name}_LIBRARY ${file} REQUIRED)
  add_library(whodunit_${name} INTERFACE)
  target_include_directories(whodunit_${name} SYSTEM INTERFACE ${${name}_INCLUDE_DIR})
  target_link_libraries(whodunit_${name} INTERFACE ${${name}_LIBRARY})
endforeach()

# toml++ is used header-only in one translation unit: the shared library would be one more thing to ship.
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
add_library(whodunit_toml INTERFACE)
target_include_directories(whodunit_toml SYSTEM INTERFACE ${TOMLPLUSPLUS_INCLUDE_DIR})
target_compile_definitions(whodunit_toml INTERFACE TOML_HEADER_ONLY=1 TOML_EXCEPTIONS=0)
