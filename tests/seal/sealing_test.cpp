// SPDX-License-Identifier: MIT
// A sealed key grades like the plain one, and gives nothing away that was not earned.
#include "seal/opening.hpp"
#include "seal/sealing.hpp"

#include "../casebook/file_tree.hpp"
#include "../grading/made_case.hpp"

#include <gmock/gmock.h>

namespace whodunit::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Sealed : public FileTree {
protected:
  Sealed() {
    key_ = division_key();
    key_.truth.insert_or_assign(Field::where, Word{"unit_price"});
    key_.leniency[Field::where].accept = {Word{"main.cpp:14"}};
    key_.leniency[Field::remedy].half = {answer(Field::remedy, "check-errors")};
    key_.misconceptions = {
        {{{Field::signal, answer(Field::signal, "SIGSEGV")}}, 0, "Not an address."},
        {{{Field::signal, answer(Field::signal, "SIGSEGV")},
          {Field::cause, answer(Field::cause, "mem.null")}},
         0.5,
         "Both of memory."},
    };
    asked_ = asking(
        {Field::status, Field::signal, Field::agent, Field::cause, Field::remedy, Field::where});
    sealed_ = seal(asked_, key_, {{"136 - 128 = 8"}, {{"explanation.md", "It was the divisor."}}},
                   CipherKey{7});
  }

  // The grade of the plain key and the one of the sealed, which must be the same.
  Grade graded(Said const& said) const {
    auto const given = diagnosis(said);
    Truth const plain{key_.truth, {}};
    auto const expected = grade(asked_, key_, plain, given);
    auto const opened = open_key(sealed_, asked_, given, seen_);
    EXPECT_THAT(opened.differs, IsEmpty());
    Truth truth{opened.key.truth, {}};
    for (auto const& [field, value] : seen_)
      truth.values.insert_or_assign(field, value);
    auto const found = grade(asked_, opened.key, truth, given);
    EXPECT_EQ(found.score, expected.score);
    EXPECT_EQ(found.solved, expected.solved);
    for (std::size_t i = 0; i < expected.fields.size(); ++i) {
      EXPECT_EQ(found.fields[i].verdict, expected.fields[i].verdict) << i;
      EXPECT_EQ(found.fields[i].reason, expected.fields[i].reason) << i;
    }
    return found;
  }

  Key key_;
  Case asked_;
  SealedSolution sealed_;
  std::map<Field, Answer> const seen_{{Field::ending, answer(Field::ending, "killed")},
                                      {Field::status, answer(Field::status, "136")},
                                      {Field::signal, answer(Field::signal, "SIGFPE")},
                                      {Field::core, answer(Field::core, "yes")}};
  Said const right_{{Field::status, "136"},      {Field::signal, "8"},
                    {Field::agent, "cpu"},       {Field::cause, "arith.div-zero"},
                    {Field::remedy, "fix-code"}, {Field::where, "'Unit_Price()'"}};
};

TEST_F(Sealed, GradesEveryAnswerLikeThePlainKey) {
  EXPECT_TRUE(graded(right_).solved);
  graded({});
  graded({{Field::status, "8"}, {Field::signal, "136"}, {Field::where, "elsewhere"}});
  graded({{Field::signal, "SIGSEGV"}});
  graded({{Field::signal, "SIGSEGV"}, {Field::cause, "mem.null"}, {Field::agent, "kernel"}});
  graded({{Field::cause, "arith.div-zero"}, {Field::remedy, "check-errors"}});
  graded({{Field::where, "main.cpp:14"}, {Field::agent, "kernel"}, {Field::blast, "process"}});
}

TEST_F(Sealed, EveryCauseEarnsWhatItWouldEarnInTheOpen) {
  for (std::size_t i = 0; i < terms(Field::cause).size(); i += 3)
    graded({{Field::cause, std::string(terms(Field::cause)[i].code)}});
}

TEST_F(Sealed, OpensWithAllAnswersRightAndNoOthers) {
  auto truth = key_.truth;
  auto const solution = open_solution(sealed_, solution_key(sealed_, asked_, truth));
  ASSERT_TRUE(solution);
  EXPECT_EQ(solution->evidence.front(), "136 - 128 = 8");
  EXPECT_EQ(solution->files.at("explanation.md"), "It was the divisor.");
  truth.insert_or_assign(Field::agent, answer(Field::agent, "kernel"));
  EXPECT_FALSE(open_solution(sealed_, solution_key(sealed_, asked_, truth)));
}

TEST_F(Sealed, AnAcceptedAnswerOpensAsWell) {
  auto said = right_;
  said.back().second = "main.cpp:14";
  auto const opened = open_key(sealed_, asked_, diagnosis(said), seen_);
  EXPECT_TRUE(open_solution(sealed_, solution_key(sealed_, asked_, opened.key.truth)));
}

TEST_F(Sealed, AnotherFateThanExpectedIsTheMachines) {
  auto seen = seen_;
  seen.insert_or_assign(Field::signal, answer(Field::signal, "SIGILL"));
  auto const opened = open_key(sealed_, asked_, diagnosis({{Field::signal, "SIGILL"}}), seen);
  EXPECT_THAT(opened.differs, ::testing::ElementsAre(Field::signal));
}

TEST_F(Sealed, AStatusThatVariesIsNotHeldAgainstOneRun) {
  key_.truth.insert_or_assign(Field::status, answer(Field::status, "varies"));
  auto const sealed = seal(asked_, key_, {}, CipherKey{7});
  auto const opened = open_key(sealed, asked_, diagnosis({{Field::status, "136"}}), seen_);
  EXPECT_THAT(opened.differs, IsEmpty());
  EXPECT_EQ(opened.key.truth.at(Field::status), answer(Field::status, "varies"));
}

TEST_F(Sealed, TheFileSaysNothingAndIsReadBack) {
  auto const text = to_toml(sealed_);
  for (auto const* const word :
       {"SIGFPE", "136", "div-zero", "unit_price", "divisor", "address", "main.cpp"})
    EXPECT_THAT(text, Not(HasSubstr(word)));
  auto const back = read_seal(write("mystery000/seal.toml", text).parent_path());
  ASSERT_EQ(complaint_of(back), "");
  EXPECT_EQ(to_toml(*back), text);
  EXPECT_TRUE(is_sealed(root_ / "mystery000"));
}

TEST_F(Sealed, ADamagedFileIsToldKindly) {
  auto const complain = [&](std::string_view text) {
    return complaint_of(read_seal(write("mystery000/seal.toml", text).parent_path()));
  };
  EXPECT_THAT(complain("format = 2\nplot = 1\n"), HasSubstr("made for a newer whodunit"));
  EXPECT_THAT(complain("format = 1\nsalt = \"eA==\"\nsolution = \"!\"\n"),
              ::testing::AllOf(HasSubstr("is no salt"), HasSubstr("is no sealed text")));
  EXPECT_THAT(complain("format = 1\n"), HasSubstr("\"salt\" is missing"));
}

TEST_F(Sealed, TheSameInputGivesTheSameSealAndAnotherSecretAnother) {
  Solution const solution{{"136 - 128 = 8"}, {{"explanation.md", "It was the divisor."}}};
  EXPECT_EQ(to_toml(seal(asked_, key_, solution, CipherKey{7})), to_toml(sealed_));
  EXPECT_NE(to_toml(seal(asked_, key_, solution, CipherKey{8})), to_toml(sealed_));
}

} // namespace
} // namespace whodunit::testing
