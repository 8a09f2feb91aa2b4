# SPDX-License-Identifier: MIT
# add_mystery(NAME): builds mysteries/NAME/main.cpp as bin/NAME and solutions/NAME/main.cpp as healed/NAME.
#
# A mystery's fate depends on how it is compiled, so its flags are stated in full and nothing else reaches it: neither
# the preset's optimisation, nor warnings, nor sanitizers, nor what a distribution's compiler turns on by default.
set(WHODUNIT_MYSTERY_FLAGS
  -O0 -g -UNDEBUG -fno-stack-protector -U_FORTIFY_SOURCE -fcf-protection=none -fPIE)
set(WHODUNIT_MYSTERY_LINK_FLAGS -pie)

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
endfunction()
