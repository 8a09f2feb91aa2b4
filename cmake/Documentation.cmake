# SPDX-License-Identifier: MIT
# `doc`: the reference of the checker's headers as HTML, in docs/html of the build folder. A warning is an error: every
# public thing has its paragraph.
find_program(DOXYGEN doxygen)
if(DOXYGEN)
  set(WHODUNIT_DOC_OUTPUT ${CMAKE_BINARY_DIR}/docs)
  configure_file(${CMAKE_SOURCE_DIR}/docs/Doxyfile.in ${WHODUNIT_DOC_OUTPUT}/Doxyfile @ONLY)
  add_custom_target(doc
    COMMAND ${DOXYGEN} ${WHODUNIT_DOC_OUTPUT}/Doxyfile
    COMMENT "Writing ${WHODUNIT_DOC_OUTPUT}/html/index.html"
    VERBATIM)
endif()
