// SPDX-License-Identifier: MIT
#include "report/grade_json.hpp"

#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(FieldGrade const& field) {
  return {{"field", code(field.field)},
          {"given", field.given ? Json(to_string(*field.given)) : Json()},
          {"verdict", to_string(field.verdict)},
          {"reason", field.reason}};
}

Json to_json(Grade const& grade) {
  Json fields = Json::array();
  for (auto const& field : grade.fields)
    fields.push_back(to_json(field));
  return {{"schema", "whodunit.grade/1"},
          {"case", grade.case_name},
          {"solved", grade.solved},
          {"score", grade.score},
          {"fields", std::move(fields)}};
}

Json to_json(Complaint const& complaint) {
  auto const& place = complaint.place;
  return {{"file", complaint.file},
          {"line", place ? Json(place->line) : Json()},
          {"column", place ? Json(place->column) : Json()},
          {"problem", complaint.problem},
          {"advice", complaint.advice}};
}

std::string print(Json const& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace

std::string grade_json(Grade const& grade) {
  return print(to_json(grade));
}

std::string check_json(std::vector<CheckedFile> const& grades,
                       std::vector<Complaint> const& errors) {
  Json list = Json::array();
  for (auto const& [file, grade] : grades) {
    auto json = to_json(grade);
    json["file"] = file;
    list.push_back(std::move(json));
  }
  Json complaints = Json::array();
  for (auto const& error : errors)
    complaints.push_back(to_json(error));
  return print({{"schema", "whodunit.check/1"},
                {"grades", std::move(list)},
                {"errors", std::move(complaints)}});
}

} // namespace whodunit
