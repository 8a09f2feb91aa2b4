// SPDX-License-Identifier: MIT
#include "pack/pack.hpp"

#include "pack/kit.hpp"
#include "pack/learners_case.hpp"
#include "pack/portability.hpp"
#include "pack/sealed_case.hpp"
#include "pack/variant_build.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whodunit {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view read_me =
    R"(A kit of Whodunit: programs that die on purpose, and a checker of your diagnosis.

    export PATH="$PWD/bin:$PATH"      # in this folder; then from anywhere:
    whodunit                          # where you are, and what to do next

Nothing has to be installed, compiled, or run as root. The programs need glibc 2.34
and libstdc++ of GCC 11, or newer: any distribution since the end of 2021. gdb and
strace help to look into them. (A hint that speaks of the clone's build/bin means
the folder bin here.)

Each solution is sealed and opens with the right diagnosis: whodunit solution CASE.
)";

using Complained = std::vector<Complaint>;

Complained because(std::string const& of, Error const& error) {
  return {{of, {}, to_string(error)}};
}

class Packer {
public:
  Packer(Casebook const& casebook, PackOrder const& order, Kit const& kit)
      : casebook_(casebook),
        order_(order),
        kit_(kit),
        pack_secret_(keyed_hash(order.course_secret, "pack " WHODUNIT_VERSION, order.learner)) {}

  Complained add_case(std::string const& name) const {
    if (order_.begins)
      order_.begins(name);
    auto const asked = casebook_.open_case(name);
    if (!asked)
      return asked.error();
    auto const text = learners_case(casebook_.set_of(name).mysteries / name, asked->variant);
    if (!text)
      return text.error();
    auto const sealed = sealed_solution(casebook_, *asked, pack_secret_);
    if (!sealed)
      return sealed.error();
    auto const share = fs::path("share/whodunit");
    for (auto const& [file, content] :
         {std::pair{share / "mysteries" / name / "case.toml", *text},
          std::pair{share / "solutions" / name / "seal.toml", to_toml(*sealed)}})
      if (auto const written = kit_.write(file, content); !written)
        return because(name, written.error());
    return add_programs(*asked);
  }

  Complained add_checker() const {
    auto const& ours = casebook_.installation();
    auto const label = fmt::format("format = 1\ntitle = \"A kit of Whodunit {}\"\ncases = {}\n",
                                   WHODUNIT_VERSION, order_.cases.size());
    for (auto const& added :
         {kit_.copy_program(order_.program, "bin/whodunit"),
          kit_.copy_program(ours.warden, "lib/whodunit/whodunit-warden"),
          kit_.write("share/whodunit/set.toml", label), kit_.write("README", read_me)})
      if (!added)
        return because("whodunit", added.error());
    std::error_code absent;
    if (auto const course = ours.mysteries / "course.toml"; fs::exists(course, absent))
      if (auto const added = kit_.copy(course, "share/whodunit/mysteries/course.toml"); !added)
        return because("the course", added.error());
    auto const workbook = ours.mysteries.parent_path() / "workbook";
    std::error_code failed;
    if (fs::is_directory(workbook, failed))
      if (auto const added = kit_.copy_folder(workbook, "share/whodunit/workbook"); !added)
        return because("the workbook", added.error());
    return {};
  }

private:
  Complained add_programs(Case const& asked) const {
    auto const programs = programs_of(casebook_, asked, cache());
    if (!programs)
      return because(asked.name, programs.error());
    auto const belongings = asked.name + ".d";
    auto const copied = kit_.copy_program(*programs / asked.name, fs::path("bin") / asked.name);
    if (!copied)
      return because(asked.name, copied.error());
    std::vector<fs::path> files{*programs / asked.name};
    std::error_code failed;
    if (fs::is_directory(*programs / belongings, failed)) {
      if (auto const more = kit_.copy_folder(*programs / belongings, fs::path("bin") / belongings);
          !more)
        return because(asked.name, more.error());
      for (auto const& entry : fs::recursive_directory_iterator(*programs / belongings, failed))
        files.push_back(entry.path());
    }
    return look_at(asked.name, files);
  }

  static Complained look_at(std::string const& name, std::vector<fs::path> const& files) {
    Complained complaints;
    for (auto const& file : files) {
      auto const versions = versions_needed(file);
      if (!versions)
        return because(name, versions.error());
      if (auto const newer = too_new(*versions); !newer.empty())
        complaints.push_back(
            {name,
             {},
             fmt::format("{} needs {}", file.filename().string(), fmt::join(newer, ", ")),
             "a distribution of 2021 has not got that; say in its [build]: link = "
             "[\"-static-libstdc++\"], or do without"});
    }
    return complaints;
  }

  fs::path cache() const { return casebook_.installation().warden.parent_path() / "variants"; }

  Casebook const& casebook_;
  PackOrder const& order_;
  Kit const& kit_;
  CipherKey pack_secret_;
};

} // namespace

Checked<fs::path> pack(Casebook const& casebook, PackOrder const& order) {
  std::error_code failed;
  if (auto const folder = fs::absolute(order.out, failed).parent_path();
      !fs::is_directory(folder, failed)) // said before the work, not after it
    return std::vector{
        Complaint{order.out.string(), {}, "cannot be made: its folder is not there"}};
  auto const kit = Kit::begin();
  if (!kit)
    return because(order.out.string(), kit.error());
  Packer const packer(casebook, order, *kit);
  auto complaints = packer.add_checker();
  for (auto const& name : order.cases)
    for (auto& complaint : packer.add_case(name))
      complaints.push_back(std::move(complaint));
  if (!complaints.empty())
    return complaints;
  if (auto const packed = kit->pack(order.out); !packed)
    return because(order.out.string(), packed.error());
  return {boost::system::in_place_value, order.out};
}

} // namespace whodunit
