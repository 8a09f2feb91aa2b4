// SPDX-License-Identifier: MIT
#include "fate/shell.hpp"
