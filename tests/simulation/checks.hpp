// The checks: whether what the council's tables and the devices hold is what the history says it must
// be. Each says what is wrong in a sentence; none: all is well. Asked by World at rest.
#pragma once

#include "tests/simulation/council_view.hpp"
#include "tests/simulation/device.hpp"
#include "tests/simulation/history.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace alongside::simulation {

using Violations = std::vector<std::string>;

// Nothing acknowledged is lost, nothing is there twice, and each has one result.
// Restores: what only the council had may be gone. What a device lost with its storage may be gone as well, if no
// other had it.
void check_operations(const History& history, const CouncilView& council, std::uint64_t restores,
                      Violations& violations);
// The effects on documents are those of the applied operations, each once.
void check_effects(const History& history, const CouncilView& council, Violations& violations);
// The council's double entry holds each applied payment and each taken back one, once, and balances.
void check_ledger(const History& history, const CouncilView& council, Violations& violations);
void check_feeds(const CouncilView& council, Violations& violations);
// Every tab and every device's disk hold exactly what their viewer may see, and nothing unsent.
void check_replicas(const std::vector<std::unique_ptr<Device>>& devices, const CouncilView& council,
                    Violations& violations);

}  // namespace alongside::simulation
