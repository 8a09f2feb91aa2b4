# SPDX-License-Identifier: MIT
# add_mystery(NAME): builds mysteries/NAME as bin/NAME, and what solutions/NAME cures as healed/NAME. What a case brings
# along (helper programs, libraries, files) lies in the folder NAME.d beside its program.
#
# A mystery's fate depends on how it is compiled, so its flags are stated in full and nothing else reaches it: neither
# the preset's optimisation, nor warnings, nor sanitizers, nor CXXFLAGS, nor what a distribution's compiler turns on by
# default. tests/build/mystery_flags.cmake proves it.
include(CaseBuild)

# The folder whose mysteries/ and solutions/ are built; cmake/set builds another one than this.
set(WHODUNIT_SET ${CMAKE_SOURCE_DIR} CACHE PATH "The set of cases to build")
set(WHODUNIT_WITH_COMPILER ${CMAKE_CURRENT_LIST_DIR}/with_compiler)

set(WHODUNIT_MYSTERY_FLAGS
  -O0 -g -UNDEBUG -fno-stack-protector -fno-stack-clash-protection -U_FORTIFY_SOURCE -fcf-protection=none -fPIE)
set(WHODUNIT_MYSTERY_LINK_FLAGS -pie LINKER:-z,relro LINKER:-z,lazy LINKER:--as-needed LINKER:--build-id)

# Call it in the folder whose targets are mysteries, before the first of them: a directory's variables are all that
# CMake puts on a command line besides a target's own properties.
macro(whodunit_forget_inherited_flags)
  foreach(kind CXX EXE_LINKER SHARED_LINKER)
    set(CMAKE_${kind}_FLAGS "")
    foreach(config DEBUG RELEASE RELWITHDEBINFO MINSIZEREL)
      set(CMAKE_${kind}_FLAGS_${config} "")
    endforeach()
  endforeach()
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION OFF)
  set(CMAKE_CXX_CLANG_TIDY "")
endmacro()

# The file of a case: the healed one where there is one and it is wanted, else the learner's.
function(whodunit_case_file name file healed result)
  set(path ${WHODUNIT_SET}/mysteries/${name}/${file})
  if(healed AND EXISTS ${WHODUNIT_SET}/solutions/${name}/${file})
    set(path ${WHODUNIT_SET}/solutions/${name}/${file})
  endif()
  set(${result} ${path} PARENT_SCOPE)
endfunction()

# Compiler, flags and place of one target. The parts of the case's [build] are in the caller's build_*.
macro(whodunit_case_target target output_name directory)
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${output_name}
    RUNTIME_OUTPUT_DIRECTORY ${directory}
    LIBRARY_OUTPUT_DIRECTORY ${directory}
    POSITION_INDEPENDENT_CODE OFF
    BUILD_WITH_INSTALL_RPATH ON)
  target_compile_options(${target} PRIVATE ${build_flags})
  target_compile_definitions(${target} PRIVATE ${build_parameters})
  list(GET build_compilers 0 compiler)
  if(NOT compiler STREQUAL "g++")
    set_target_properties(${target} PROPERTIES
      CXX_COMPILER_LAUNCHER "${WHODUNIT_WITH_COMPILER};${compiler}"
      CXX_LINKER_LAUNCHER "${WHODUNIT_WITH_COMPILER};${compiler}")
  endif()
endmacro()

# One executable out of sources that are joined by `+`.
function(whodunit_case_program target name sources healed output_name directory rpath)
  string(REPLACE "+" ";" sources "${sources}")
  set(paths)
  foreach(source IN LISTS sources)
    whodunit_case_file(${name} ${source} ${healed} path)
    list(APPEND paths ${path})
  endforeach()
  add_executable(${target} ${paths})
  file(GLOB headers ${CMAKE_SOURCE_DIR}/mysteries/${name}/*.hpp)
  if(healed AND headers) # it has of its own only what is cured
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/mysteries/${name})
  endif()
  whodunit_case_target(${target} ${output_name} ${directory})
  target_link_options(${target} PRIVATE ${WHODUNIT_MYSTERY_LINK_FLAGS})
  target_link_libraries(${target} PRIVATE ${build_link})
  if(build_libraries)
    set_target_properties(${target} PROPERTIES INSTALL_RPATH "\$ORIGIN${rpath}")
  endif()
endfunction()

# Helper programs, libraries and files, into the case's folder.
function(whodunit_case_belongings target name healed folder install_folder)
  set(libraries)
  foreach(source IN LISTS build_libraries)
    whodunit_case_file(${name} ${source} ${healed} path)
    get_filename_component(stem ${source} NAME_WE)
    add_library(${target}__lib${stem} SHARED ${path})
    whodunit_case_target(${target}__lib${stem} ${stem} ${folder})
    set_target_properties(${target}__lib${stem} PROPERTIES DEFINE_SYMBOL "")
    target_compile_options(${target}__lib${stem} PRIVATE -fPIC)
    install(TARGETS ${target}__lib${stem} DESTINATION ${install_folder})
    list(APPEND libraries ${target}__lib${stem})
  endforeach()
  set(parts ${libraries})
  foreach(sources IN LISTS build_programs)
    string(REGEX REPLACE "\\.[^+]*(\\+.*)?$" "" stem ${sources})
    whodunit_case_program(${target}__${stem} ${name} ${sources} ${healed} ${stem} ${folder} "")
    install(TARGETS ${target}__${stem} DESTINATION ${install_folder})
    list(APPEND parts ${target}__${stem})
  endforeach()
  foreach(file IN LISTS build_files)
    whodunit_case_file(${name} ${file} ${healed} path)
    add_custom_command(OUTPUT ${folder}/${file} COMMAND ${CMAKE_COMMAND} -E copy ${path} ${folder}/${file} DEPENDS ${path})
    install(PROGRAMS ${path} DESTINATION ${install_folder})
    list(APPEND copies ${folder}/${file})
  endforeach()
  add_custom_target(${target}__belongings ALL DEPENDS ${parts} ${copies})
  set(whodunit_libraries ${libraries} PARENT_SCOPE)
  set(whodunit_parts ${parts} PARENT_SCOPE)
endfunction()

function(whodunit_build_case target name healed directory install_directory)
  set(build_sources main.cpp)
  set(build_compilers g++)
  set(build_flags ${WHODUNIT_MYSTERY_FLAGS})
  whodunit_read_build(${WHODUNIT_SET}/mysteries/${name}/case.toml build)
  whodunit_read_parameters(${WHODUNIT_SET}/mysteries/${name}/case.toml build_parameters)
  if(healed)
    whodunit_read_build(${WHODUNIT_SET}/solutions/${name}/key.toml build)
  endif()
  if(build_levels)
    list(GET build_levels 0 level)
    list(TRANSFORM build_flags REPLACE "^-O.*" ${level})
  endif()
  whodunit_case_belongings(${target} ${name} "${healed}" ${directory}/${name}.d ${install_directory}/${name}.d)
  if(build_script)
    whodunit_case_file(${name} ${build_script} "${healed}" path)
    add_custom_command(OUTPUT ${directory}/${name} COMMAND ${CMAKE_COMMAND} -E copy ${path} ${directory}/${name} DEPENDS ${path})
    add_custom_target(${target} ALL DEPENDS ${directory}/${name})
    install(PROGRAMS ${path} DESTINATION ${install_directory} RENAME ${name})
  else()
    list(JOIN build_sources "+" sources)
    whodunit_case_program(${target} ${name} ${sources} "${healed}" ${name} ${directory} "/${name}.d")
    install(TARGETS ${target} DESTINATION ${install_directory})
    set(whodunit_linked ${target})
  endif()
  add_dependencies(${target} ${target}__belongings)
  foreach(part ${whodunit_linked} ${whodunit_parts})
    if(whodunit_libraries AND NOT part IN_LIST whodunit_libraries)
      add_dependencies(${part} ${whodunit_libraries})
      target_link_directories(${part} PRIVATE ${directory}/${name}.d)
    endif()
  endforeach()
endfunction()

function(add_mystery name)
  whodunit_build_case(${name} ${name} FALSE ${CMAKE_BINARY_DIR}/bin lib/whodunit/mysteries)
  set(control FALSE)
  file(STRINGS ${WHODUNIT_SET}/mysteries/${name}/case.toml control REGEX "^control *= *true")
  if(NOT control)
    whodunit_build_case(${name}_healed ${name} TRUE ${CMAKE_BINARY_DIR}/healed lib/whodunit/healed)
  endif()
endfunction()
