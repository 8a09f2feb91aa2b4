# SPDX-License-Identifier: MIT
# Installation and the Debian package (the instructor's edition: the solutions are in it). The paths below PREFIX are
# the ones that checker/casebook works out from the place of bin/whodunit; they are not the distribution's to choose.
foreach(folder mysteries solutions workbook)
  if(EXISTS ${CMAKE_SOURCE_DIR}/${folder})
    install(DIRECTORY ${folder}/ DESTINATION share/whodunit/${folder} PATTERN CMakeLists.txt EXCLUDE PATTERN ".git*" EXCLUDE)
  endif()
endforeach()
install(FILES README.md CHANGELOG.md DESTINATION share/doc/whodunit OPTIONAL)
install(FILES LICENSE DESTINATION share/doc/whodunit RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "The Whodunit developers")
set(CPACK_PACKAGE_CONTACT "The Whodunit developers")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES OFF) # a mystery without its debug information could not be looked into
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
# Stated, for dpkg-shlibdeps gives up on a mystery that lacks a library on purpose.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libc6 (>= 2.36), libgcc-s1, libstdc++6 (>= 12), libdw1, libelf1, libcapstone4")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gdb, strace, procps")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"${PROJECT_DESCRIPTION}
 A suite of programs that fail on purpose, and a checker that runs each of them
 contained, tells what was observed of its death and with which evidence, and
 grades a structured diagnosis of it. This is the instructor's edition: it has
 the solutions.")
include(CPack)
