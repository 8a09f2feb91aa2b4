// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A kit while it is laid out, and the tarball made of it. The same files give the same bytes:
/// names are sorted, owners are 0, modes are set, and a file's time is drawn from its content (a
/// kit that is unpacked over an older one then looks changed where it is).

#include "fault/error.hpp"

#include <filesystem>
#include <string_view>

namespace whodunit {

/// A folder that is gone when this is.
class Kit {
public:
  static Result<Kit> begin(); ///< an empty one, in the folder for temporary files
  /// Moving leaves the other without a folder.
  /// @{
  Kit(Kit&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}
  Kit& operator=(Kit&& other) noexcept {
    std::swap(folder_, other.folder_);
    return *this;
  }
  /// @}
  ~Kit();

  /// Adds \p text as the file \p name.
  Result<void> write(std::filesystem::path const& name, std::string_view text) const;
  /// Adds a copy of the file \p from as \p name; executable if \p from is.
  Result<void> copy(std::filesystem::path const& from, std::filesystem::path const& name) const;
  /// Adds a copy of a program, without its debug sections; what is no ELF file as it is.
  Result<void> copy_program(std::filesystem::path const& from,
                            std::filesystem::path const& name) const;
  /// Adds all files below \p from.
  Result<void> copy_folder(std::filesystem::path const& from,
                           std::filesystem::path const& name) const;
  /// Packs everything into \p out, a `.tar.gz`, all or nothing.
  Result<void> pack(std::filesystem::path const& out) const;

private:
  explicit Kit(std::filesystem::path folder) : folder_(std::move(folder)) {}
  Result<std::filesystem::path> place(std::filesystem::path const& name) const;

  std::filesystem::path folder_;
};

} // namespace whodunit
