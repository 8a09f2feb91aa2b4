# SPDX-License-Identifier: MIT
# What the table [build] of a case.toml or key.toml says, for CMake, which knows no TOML: one `key = value` a line, a
# value being a text or a list of texts on one line. checker/casebook/build.cpp reads the same table, and complains.

# whodunit_read_build(FILE PREFIX): sets PREFIX_<key> for each key that the file's table has; leaves the others as they are.
function(whodunit_read_build file prefix)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  string(REPLACE "[" "<" text "\n${text}") # to CMake a bracket is part of a list
  string(REPLACE "]" ">" text "${text}")
  string(REPLACE ";" " " text "${text}")
  if(NOT text MATCHES "\n<build>[^\n]*\n((([^<\n][^\n]*)?\n)*)")
    return()
  endif()
  set(table "\n${CMAKE_MATCH_1}")
  foreach(key sources programs libraries files flags link levels compilers script)
    if(table MATCHES "\n${key} *= *(<[^>\n]*>|\"[^\"\n]*\") *(#[^\n]*)?\n")
      string(REGEX MATCHALL "\"[^\"]*\"" quoted "${CMAKE_MATCH_1}")
      string(REPLACE "\"" "" values "${quoted}")
      set(${prefix}_${key} "${values}" PARENT_SCOPE)
    elseif(table MATCHES "\n${key} *=")
      message(FATAL_ERROR "${file}: \"${key}\" in [build] should be a text, or a list of texts on one line")
    endif()
  endforeach()
endfunction()

# whodunit_read_parameters(FILE RESULT): NAME=VALUE for each parameter in the file's table [parameters]: the first of its
# values, which is the plain case's, or what WHODUNIT_VARIANT (a list of NAME=VALUE) says.
function(whodunit_read_parameters file result)
  file(READ ${file} text)
  string(REPLACE "[" "<" text "\n${text}")
  string(REPLACE "]" ">" text "${text}")
  string(REPLACE ";" " " text "${text}")
  set(definitions)
  if(text MATCHES "\n<parameters>[^\n]*\n((([^<\n][^\n]*)?\n)*)")
    string(REGEX MATCHALL "\n[A-Za-z_][A-Za-z_0-9]* *= *< *[^,>\n]*" parameters "\n${CMAKE_MATCH_1}")
    foreach(parameter IN LISTS parameters)
      string(REGEX REPLACE "\n([A-Za-z_0-9]*) *= *< *\"?([^\" ]*).*" "\\1" name "${parameter}")
      string(REGEX REPLACE "\n([A-Za-z_0-9]*) *= *< *\"?([^\" ]*).*" "\\2" value "${parameter}")
      foreach(chosen IN LISTS WHODUNIT_VARIANT)
        if(chosen MATCHES "^${name}=(.*)$")
          set(value "${CMAKE_MATCH_1}")
        endif()
      endforeach()
      list(APPEND definitions "${name}=${value}")
    endforeach()
  endif()
  set(${result} "${definitions}" PARENT_SCOPE)
endfunction()
