// SPDX-License-Identifier: MIT
#include "fault/error.hpp"

#include <cerrno>
#include <fmt/format.h>
#include <stdexcept>

namespace whodunit {

Error last_error(std::string attempted, std::string object) {
  int const number = errno;
  return {std::move(attempted), std::move(object), {number, boost::system::system_category()}};
}

std::string to_string(Error const& error) {
  std::string text = "cannot " + error.attempted;
  if (!error.object.empty())
    text += fmt::format(" \"{}\"", error.object);
  if (error.code.failed())
    text += ": " + error.code.message();
  if (!error.advice.empty())
    text += "\n" + error.advice;
  return text;
}

void throw_exception_from_error(Error const& error, boost::source_location const& where) {
  throw std::logic_error(
      fmt::format("{}:{}: {}", where.file_name(), where.line(), to_string(error)));
}

} // namespace whodunit
