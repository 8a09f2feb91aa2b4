// SPDX-License-Identifier: MIT
#include "fate/answer.hpp"
