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

enum class VerbArgumentUse : std::uint8_t {
  Required,
  Optional,    // "--near PLACE"; empty when it was not given
  Flag,        // "--json"; "yes" or empty
  StandAlone,  // optional; when it is given, the verb needs neither the server nor its data
};

struct VerbArgument {
  std::string name;  // "FOLDER", or "--feed" for what need not be given
  std::string help;
  VerbArgumentKind kind = VerbArgumentKind::Text;
  VerbArgumentUse use = VerbArgumentUse::Required;
};

// What a verb works on beside its arguments.
enum class VerbNeeds : std::uint8_t {
  Data,     // the council's data: asked of the running server, or of the data folder when it is down
  Nothing,  // files alone: no server, no council, no data folder
};

struct Verb {
  std::string group;  // "offer"
  std::string name;   // "import"
  std::string help;
  std::vector<VerbArgument> arguments;  // the handler gets one text for each
  VerbHandler handler;
  VerbNeeds needs = VerbNeeds::Data;
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
