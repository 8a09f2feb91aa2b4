// SPDX-License-Identifier: MIT
#include "fate/signal.hpp"
