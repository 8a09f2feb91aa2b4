// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Whether the kernel lets us do a thing, found out by a child that tries it.

namespace whodunit {

bool probe_ptrace();         ///< PTRACE_SEIZE of a child
bool probe_seccomp();        ///< installing a filter under no_new_privs
bool probe_user_namespace(); ///< making one without root
/// Making one, and others in it, as a contained run would that is granted it.
bool probe_granted_namespaces();

} // namespace whodunit
