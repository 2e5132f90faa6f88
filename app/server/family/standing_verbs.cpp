#include "app/server/family/standing_verbs.hpp"

#include "app/server/family/standing_desk.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace alongside::server {

namespace {

using StandingArguments = std::span<const std::string>;
// With the officer's name.
using StandingAct = std::function<Result<std::string>(StandingArguments, const std::string&)>;

const VerbArgument standing_child{"CHILD", "the child's id, as in the household's file"};
const VerbArgument standing_person{"PERSON", "the person's id"};
const VerbArgument standing_reason{"--reason", "why, in a line; nobody's name", VerbArgumentKind::Text,
                                   VerbArgumentUse::Optional};
const VerbArgument standing_sure{"--sure", "yes, to what it asked about", VerbArgumentKind::Text,
                                 VerbArgumentUse::Flag};

StandingWords words_of(StandingArguments arguments, const std::string& officer) {
  const std::string& sure = arguments[arguments.size() - 1];
  return {arguments[0], arguments[1], arguments[arguments.size() - 2], officer,
          sure.empty() ? Sure::NotYet : Sure::Yes};
}

// CHILD PERSON … --reason --sure
void add_standing_verb(Verbs& verbs, std::string_view name, std::string_view help, std::vector<VerbArgument> between,
                       StandingAct act) {
  std::vector<VerbArgument> arguments = {standing_child, standing_person};
  arguments.insert(arguments.end(), between.begin(), between.end());
  arguments.push_back(standing_reason);
  arguments.push_back(standing_sure);
  verbs.add({"household",
             std::string(name),
             std::string(help),
             std::move(arguments),
             {},
             VerbNeeds::Data,
             [act](StandingArguments asked, const VerbPlace& place) -> Result<VerbEnd> {
               const std::vector<std::string> kept(asked.begin(), asked.end());
               return VerbEnd([act, kept, officer = place.officer] { return act(kept, officer); });
             },
             VerbWaits::ForNobody});
}

}  // namespace

void add_standing_verbs(Verbs& verbs, const FeatureContext& context) {
  const StandingDesk desk(context);
  add_standing_verb(
      verbs, "restrict", "Keep what others share about a child from somebody; they cannot tell it from nobody sharing.",
      {},
      [desk](StandingArguments asked, const std::string& officer) { return desk.restrict(words_of(asked, officer)); });
  add_standing_verb(
      verbs, "lift", "End a restriction. Says first what that opens and to whom, and wants --sure.", {},
      [desk](StandingArguments asked, const std::string& officer) { return desk.lift(words_of(asked, officer)); });
  add_standing_verb(
      verbs, "stand", "Record who stands by a child as what, from when and until when. What it opens wants --sure.",
      {{"ROLE", "parent, carer, helper or young_person"},
       {"--from", "their first day; today for somebody new", VerbArgumentKind::Text, VerbArgumentUse::Optional},
       {"--until", "their last day, or: open", VerbArgumentKind::Text, VerbArgumentUse::Optional}},
      [desk](StandingArguments asked, const std::string& officer) {
        return desk.stand(words_of(asked, officer), {asked[2], asked[3], asked[4]});
      });
  verbs.add({"household", "restrictions", "List who is restricted, since when and why.", {}, [desk](StandingArguments) {
               return desk.restrictions();
             }});
}

}  // namespace alongside::server
