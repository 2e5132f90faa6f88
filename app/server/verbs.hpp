// Verbs: what a council's staff do from the command line ("council-api offer import FOLDER").
// Each feature adds its own at the start. A verb runs inside the running server (asked over its
// admin socket) or, when the server is down, in this process under the data folder's lock.
#pragma once

#include "app/base/result.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// The report is what the person reads on their terminal: whole lines, no personal data.
using VerbHandler = std::function<Result<std::string>(std::span<const std::string> arguments)>;

enum class VerbArgumentKind : std::uint8_t {
  Text,
  Path,  // made absolute before it reaches the handler, which may run in another folder
};

struct VerbArgument {
  std::string name;  // "FOLDER"
  std::string help;
  VerbArgumentKind kind = VerbArgumentKind::Text;
};

struct Verb {
  std::string group;  // "offer"
  std::string name;   // "import"
  std::string help;
  std::vector<VerbArgument> arguments;  // each must be given
  VerbHandler handler;
};

class Verbs {
 public:
  void add(Verb verb);
  const Verb* find(std::string_view group, std::string_view name) const;
  const std::vector<Verb>& all() const { return verbs_; }

 private:
  std::vector<Verb> verbs_;
};

}  // namespace alongside::server
