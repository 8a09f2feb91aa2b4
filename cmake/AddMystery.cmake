# SPDX-License-Identifier: MIT
# add_mystery(NAME): builds mysteries/NAME/main.cpp as bin/NAME and solutions/NAME/main.cpp as healed/NAME.
#
# A mystery's fate depends on how it is compiled, so its flags are stated in full and nothing else reaches it: neither
# the preset's optimisation, nor warnings, nor sanitizers, nor CXXFLAGS, nor what a distribution's compiler turns on by
# default. tests/build/mystery_flags.cmake proves it.
set(WHODUNIT_MYSTERY_FLAGS
  -O0 -g -UNDEBUG -fno-stack-protector -fno-stack-clash-protection -U_FORTIFY_SOURCE -fcf-protection=none -fPIE)
set(WHODUNIT_MYSTERY_LINK_FLAGS -pie LINKER:-z,relro LINKER:-z,lazy LINKER:--as-needed LINKER:--build-id)

# Call it in the folder whose targets are mysteries, before the first of them: a directory's variables are all that
# CMake puts on a command line besides a target's own properties.
macro(whodunit_forget_inherited_flags)
  foreach(kind CXX EXE_LINKER)
    set(CMAKE_${kind}_FLAGS "")
    foreach(config DEBUG RELEASE RELWITHDEBINFO MINSIZEREL)
      set(CMAKE_${kind}_FLAGS_${config} "")
    endforeach()
  endforeach()
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION OFF)
  set(CMAKE_CXX_CLANG_TIDY "")
endmacro()

function(whodunit_build_case target source output_directory output_name)
  add_executable(${target} ${source})
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${output_name}
    RUNTIME_OUTPUT_DIRECTORY ${output_directory})
  target_compile_options(${target} PRIVATE ${WHODUNIT_MYSTERY_FLAGS})
  target_link_options(${target} PRIVATE ${WHODUNIT_MYSTERY_LINK_FLAGS})
endfunction()

function(add_mystery name)
  whodunit_build_case(${name} ${CMAKE_SOURCE_DIR}/mysteries/${name}/main.cpp ${CMAKE_BINARY_DIR}/bin ${name})
  whodunit_build_case(${name}_healed ${CMAKE_SOURCE_DIR}/solutions/${name}/main.cpp ${CMAKE_BINARY_DIR}/healed ${name})
  install(TARGETS ${name} DESTINATION lib/whodunit/mysteries)
  install(TARGETS ${name}_healed DESTINATION lib/whodunit/healed)
endfunction()
