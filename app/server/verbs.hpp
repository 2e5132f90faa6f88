// Verbs: what a council's staff do from the command line ("council-api offer import FOLDER").
// Each feature adds its own at the start. A verb runs inside the running server (asked over its
// admin socket) or, when the server is down, in this process under the data folder's lock.
#pragma once

#include "app/base/result.hpp"
#include "app/server/staff/role.hpp"
#include "app/server/staff/verb_asker.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

class Staff;
class VerbJournal;

// The report is what the person reads on their terminal: whole lines, no personal data.
using VerbHandler = std::function<Result<std::string>(std::span<const std::string> arguments)>;

// Some verbs wait for other machines. Such a verb begins beside the server's own thread, which goes on serving: with
// files and the network, and never the database. What that gives back runs afterwards, as a handler does.
enum class FolderUse : std::uint8_t { ByVerbAlone, ByServer };
struct VerbPlace {
  std::string data_folder;
  const std::atomic<bool>& stopping;  // the server stops: leave off
  FolderUse folder = FolderUse::ByVerbAlone;
  VerbAsker asker = {};
  VerbJournal* journal = nullptr;  // of the council's database; null when the verb works on files alone
  const Staff* staff = nullptr;    // of the council; null: it is not said which council, and nobody is refused
};
using VerbEnd = std::function<Result<std::string>()>;
using VerbBeginning = std::function<Result<VerbEnd>(std::span<const std::string> arguments, const VerbPlace& place)>;

enum class VerbArgumentKind : std::uint8_t {
  Text,
  Path,           // made absolute before it reaches the handler, which may run in another folder
  PathOrAddress,  // the same, but for https://… and http://…
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
  Folder,   // the data folder under its lock, while no server runs and the database is closed
};

// Whether the beginning of a verb may take its time, and so is run on a thread of its own, one such verb at a time.
enum class VerbWaits : std::uint8_t { ForOthers, ForNobody };

// Whether the audit says who asked for it. Whatever changes or reads something personal is recorded; nobody has to
// remember to say so, and only what is public or stores nothing is added by add_public(). Where the configuration names
// the council's staff, it says of each verb that wants a role who asked for it.
enum class VerbRecord : std::uint8_t { Officer, None };

struct Verb {
  std::string group;  // "offer"
  std::string name;   // "import"; empty: the group is the whole command
  std::string help;
  std::vector<VerbArgument> arguments;  // the handler gets one text for each
  VerbHandler handler;
  VerbNeeds needs = VerbNeeds::Data;
  VerbBeginning beginning = {};  // instead of the handler
  VerbWaits waits = VerbWaits::ForOthers;
  VerbRecord record = VerbRecord::Officer;
  Role role = Role::Anybody;  // as it was added
};

class Verbs {
 public:
  // `role`: what an officer needs, where the configuration names the council's staff. Anybody aborts: what is personal
  // is not for anybody.
  void add(Role role, Verb verb);
  // Nothing personal is changed or read: no officer is asked for, unless the staff are named and it wants a role.
  void add_public(Role role, Verb verb);
  const Verb* find(std::string_view group, std::string_view name) const;
  const std::vector<Verb>& all() const { return verbs_; }

 private:
  void put(Role role, Verb verb);

  std::vector<Verb> verbs_;
};

}  // namespace alongside::server
