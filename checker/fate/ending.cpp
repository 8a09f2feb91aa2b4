// SPDX-License-Identifier: MIT
#include "fate/ending.hpp"
