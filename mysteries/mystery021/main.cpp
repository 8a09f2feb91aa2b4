// SPDX-License-Identifier: MIT
// Takes a message for the mailbox of an extension and keeps it as a file of sound.
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <sys/resource.h>

namespace {

constexpr int bytes_a_second = 8000;
using Second = std::array<char, bytes_a_second>;

std::map<std::string, int> read_settings(std::filesystem::path const& file) {
  std::map<std::string, int> settings;
  std::ifstream lines(file);
  std::string name;
  for (int value = 0; lines >> name >> value;) {
    settings[name] = value;
  }
  return settings;
}

// One caller must not fill the disk of all the others.
void keep_files_below(rlim_t kibibytes) {
  rlimit const size{kibibytes * 1024, kibibytes * 1024};
  setrlimit(RLIMIT_FSIZE, &size);
}

Second listen(int second) {
  Second sound{};
  for (std::size_t sample = 0; sample < sound.size(); ++sample) {
    sound[sample] = static_cast<char>(100 * std::sin(0.05 * static_cast<double>(sample) + second));
  }
  return sound;
}

} // namespace

int main() {
  auto const program = std::filesystem::read_symlink("/proc/self/exe");
  auto const settings = read_settings(program.string() + ".d/mailbox.conf");
  keep_files_below(static_cast<rlim_t>(settings.at("file_kib")));
  std::ofstream message("mailbox-2041.snd", std::ios::binary);
  int const seconds = settings.at("message_seconds");
  for (int second = 0; second < seconds; ++second) {
    auto const sound = listen(second);
    message.write(sound.data(), sound.size());
  }
  message.close();
  if (!message) {
    std::cerr << "mailbox 2041: the message is lost\n";
    return 1;
  }
  std::cout << "mailbox 2041: a message of " << seconds << " s is kept\n";
}
