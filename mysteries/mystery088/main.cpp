// SPDX-License-Identifier: MIT
// The post room of an office: a clerk for each tray brings in the day's mail, and all of it is
// entered into one list.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Tray {
  std::string name;
  std::vector<std::string> mail;
};

// A tray is where clerk and post room meet; its mail never touches the disk.
std::filesystem::path make_trays(std::vector<Tray> const& trays) {
  std::string folder = std::filesystem::temp_directory_path() / "postroom.XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) {
    std::exit(3);
  }
  for (Tray const& tray : trays) {
    mkfifo((folder + "/" + tray.name).c_str(), 0600);
  }
  return folder;
}

void send_clerk(Tray const& tray, std::filesystem::path const& folder) {
  if (tray.mail.empty() || fork() != 0) {
    return;
  }
  std::ofstream out(folder / tray.name);
  for (std::string const& piece : tray.mail) {
    out << piece << '\n';
  }
  out.close();
  _exit(0);
}

} // namespace

int main() {
  std::vector<Tray> const trays{{"letters", {"the tax office", "a postcard from Crete"}},
                                {"parcels", {"twelve reams of paper"}},
                                {"returns", {}}};
  auto const folder = make_trays(trays);
  for (Tray const& tray : trays) {
    send_clerk(tray, folder);
  }
  int entered = 0;
  for (Tray const& tray : trays) {
    std::ifstream in(folder / tray.name);
    for (std::string piece; std::getline(in, piece);) {
      std::cout << ++entered << ' ' << tray.name << ": " << piece << std::endl;
    }
    wait(nullptr);
  }
  std::cout << "post room closed, " << entered << " pieces entered" << std::endl;
  std::filesystem::remove_all(folder);
}
