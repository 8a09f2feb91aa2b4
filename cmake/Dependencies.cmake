# SPDX-License-Identifier: MIT
# Every library that the project stands on; docs/adr/0002 says why each. Debian package names: ./whodunit.
find_package(Boost 1.81 REQUIRED COMPONENTS filesystem)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)

# toml++ is used header-only in one translation unit: the shared library would be one more thing to ship.
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
add_library(whodunit_toml INTERFACE)
target_include_directories(whodunit_toml SYSTEM INTERFACE ${TOMLPLUSPLUS_INCLUDE_DIR})
target_compile_definitions(whodunit_toml INTERFACE TOML_HEADER_ONLY=1 TOML_EXCEPTIONS=0)
