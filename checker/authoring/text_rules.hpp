// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The rules about what is written: files, texts, key. Nothing is run.

#include "authoring/dossier.hpp"
#include "authoring/rule.hpp"

namespace whodunit {

void check_files(Dossier const& dossier, Findings& findings);       ///< missing-file, stray-file
void check_hints(Dossier const& dossier, Findings& findings);       ///< hints
void check_explanation(Dossier const& dossier, Findings& findings); ///< explanation
void check_wrapping(Dossier const& dossier, Findings& findings);    ///< wrap
void check_links(Dossier const& dossier, CaseSet const& set,
                 Findings& findings);                           ///< links
void check_secrecy(Dossier const& dossier, Findings& findings); ///< gives-away, kit, symbols
void check_grading(Dossier const& dossier,
                   Findings& findings); ///< full-marks, misconceptions, reasons, choices

/// All of them. Needs case and key.
void check_texts(Dossier const& dossier, CaseSet const& set, Findings& findings);

} // namespace whodunit
