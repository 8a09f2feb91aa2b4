// SPDX-License-Identifier: MIT
// Compiles the shaders of a level, the cheap ones first. Its status is the worst finding: 0 is
// none, 1 a remark, 2 a warning, 3 an error.
#include <array>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

namespace {

struct Shader {
  int number;
  int cost;
  int variants;
};

using Level = std::array<Shader, 48>;

enum class Severity : std::uint8_t { none, remark, warning, error };

struct Finding {
  Severity severity;
  std::string text;
};

Level load() {
  Level level;
  for (int i = 0; i < 48; ++i) {
    level[i] = {i, i * 29 % 48, 1 + i % 3};
  }
  return level;
}

void check(Shader const& shader, std::vector<Finding>& findings) {
  if (shader.cost > 60) {
    findings.push_back(
        {Severity::warning, "shader " + std::to_string(shader.number) + " is expensive"});
  }
}

void compile(Level const& level, std::vector<Finding>& findings) {
  std::array<Shader const*, 48> queue;
  for (std::size_t i = 0; i < level.size(); ++i) {
    queue[level[i].cost] = &level[i];
  }
  for (Shader const* shader : queue) {
    check(*shader, findings);
  }
}

int status_for(std::vector<Finding> const& findings) {
  Finding worst;
  for (Finding const& finding : findings) {
    if (finding.severity > worst.severity) {
      worst = finding;
    }
  }
  return static_cast<int>(worst.severity);
}

} // namespace

int main() {
  Level const level = load();
  std::vector<Finding> findings;
  std::cout << level.size() << " shaders to compile" << std::endl;
  compile(level, findings);
  int const status = status_for(findings);
  std::cout << "compiled, worst finding: " << status << std::endl;
  return status;
}
