// SPDX-License-Identifier: MIT
#include "seal/secret.hpp"

#include "casebook/text_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit {
namespace {

constexpr Bytes largest{4096};

Result<CipherKey> make(std::filesystem::path const& file) {
  auto const key = random_key();
  auto const text = to_base64(bytes_of(key)) + "\n";
  std::error_code ignored;
  if (file.has_parent_path())
    std::filesystem::create_directories(file.parent_path(), ignored);
  int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return last_error("make the course's secret in", file.string());
  bool const written =
      ::write(descriptor, text.data(), text.size()) == static_cast<::ssize_t>(text.size()) &&
      ::fsync(descriptor) == 0;
  ::close(descriptor);
  if (!written)
    return last_error("write the course's secret to", file.string());
  return key;
}

} // namespace

Result<CipherKey> course_secret(std::filesystem::path const& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0)
    return errno == ENOENT ? make(file) : last_error("read the course's secret", file.string());
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0U)
    return Error{"use the course's secret",
                 file.string(),
                 {},
                 "others may read it, and every variant could be told from it: chmod 600 " +
                     file.string()};
  auto const text = read_text_file(file, largest, "a course's secret");
  auto const bytes = text ? from_base64(*text) : std::nullopt;
  auto const key = bytes ? array_of<CipherKey>(*bytes) : std::nullopt;
  if (!key)
    return Error{"use the course's secret",
                 file.string(),
                 {},
                 "it holds something else; name another file, and a secret is made there"};
  return *key;
}

} // namespace whodunit
