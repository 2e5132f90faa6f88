#include "tests/simulation/options.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace alongside::simulation {

namespace {

// "drop,restore"
bool add_faults(FaultSet& faults, std::string_view names) {
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(','));
    const auto fault = fault_named(name);
    if (!fault) return false;
    faults.add(*fault);
    names.remove_prefix(std::min(names.size(), name.size() + 1));
  }
  return true;
}

bool set(Options& options, std::string_view name, const char* value) {
  const std::uint64_t number = std::strtoull(value, nullptr, 10);
  if (name == "--seeds") {
    options.seeds = number;
  } else if (name == "--from") {
    options.from = number;
  } else if (name == "--seed") {
    options.from = number;
    options.seeds = 1;
  } else if (name == "--operations") {
    options.operations = static_cast<std::uint32_t>(number);
  } else if (name == "--faults") {
    options.faults = static_cast<std::uint32_t>(number);
  } else if (name == "--jobs") {
    options.jobs = std::clamp<std::uint64_t>(number, 1, 16);
  } else if (name == "--least") {
    options.least = number;
  } else if (name == "--kept") {
    options.kept = value;
  } else if (name == "--without") {
    return add_faults(options.without, value);
  } else if (name == "--plant") {
    const auto bug = bug_named(value);
    options.bug = bug.value_or(Bug::None);
    return bug.has_value();
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::optional<Options> parse_options(std::span<char* const> arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view name = arguments[i];
    if (name == "--check") {
      options.check = true;
    } else if (name == "--shrink") {
      options.shrink = true;
    } else if (name == "--restores") {
      options.restores = true;
    } else if (name == "--trace") {
      options.trace = true;
    } else if (i + 1 == arguments.size() || !set(options, name, arguments[++i])) {
      return std::nullopt;
    }
  }
  return options;
}

}  // namespace alongside::simulation
