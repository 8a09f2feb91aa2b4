// SPDX-License-Identifier: MIT
#include "os/kernel_log.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <unistd.h>

namespace whodunit {

bool parse_kernel_record(std::string_view record, KernelLine& line) {
  auto const text = record.find(';');
  auto const sequence = record.find(',');
  auto const time = sequence == std::string_view::npos ? sequence : record.find(',', sequence + 1);
  if (text == std::string_view::npos || time == std::string_view::npos || time > text)
    return false;
  long long when = 0;
  auto const* const begin = record.data() + time + 1;
  if (std::from_chars(begin, record.data() + text, when).ec != std::errc{})
    return false;
  auto const rest = record.substr(text + 1);
  line = {std::chrono::microseconds(when), std::string(rest.substr(0, rest.find('\n')))};
  return true;
}

Result<KernelLog> KernelLog::open() {
  auto device = open_file("/dev/kmsg", O_RDONLY | O_NONBLOCK);
  if (!device)
    return device.error();
  if (::lseek(device->get(), 0, SEEK_END) < 0)
    return last_error("find the end of", "/dev/kmsg");
  return KernelLog(std::move(*device));
}

KernelLines KernelLog::read_new() {
  KernelLines found;
  std::array<char, 8192> record; // NOLINT(cppcoreguidelines-pro-type-member-init): read(2) fills it
  for (;;) {
    auto const size = ::read(device_.get(), record.data(), record.size());
    KernelLine line;
    if (size > 0 && parse_kernel_record({record.data(), static_cast<std::size_t>(size)}, line))
      found.lines.push_back(std::move(line));
    else if (size < 0 && errno == EPIPE)
      found.some_lost = true; // reading goes on with the oldest that is there
    else if (size == 0 || (size < 0 && errno != EINTR))
      return found;
  }
}

} // namespace whodunit
