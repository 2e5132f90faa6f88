#include "app/server/family/standing_verbs.hpp"

#include "app/server/family/standing_desk.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace alongside::server {

namespace {

using StandingArguments = std::span<const std::string>;
using StandingAct = std::function<Result<std::string>(StandingArguments, const VerbAsker&)>;

const VerbArgument standing_child{"CHILD", "the child's id, as in the household's file"};
const VerbArgument standing_person{"PERSON", "the person's id"};
const VerbArgument standing_reason{"--reason", "why, in a line; nobody's name", VerbArgumentKind::Text,
                                   VerbArgumentUse::Optional};
const VerbArgument standing_sure{"--sure", "yes, to what it asked about", VerbArgumentKind::Text,
                                 VerbArgumentUse::Flag};

StandingWords words_of(StandingArguments arguments, const VerbAsker& asker) {
  const std::string& sure = arguments[arguments.size() - 1];
  return {arguments[0], arguments[1], arguments[arguments.size() - 2], asker, sure.empty() ? Sure::NotYet : Sure::Yes};
}

// CHILD PERSON … --reason --sure
void add_standing_verb(Verbs& verbs, std::string_view name, std::string_view help, std::vector<VerbArgument> between,
                       StandingAct act) {
  std::vector<VerbArgument> arguments = {standing_child, standing_person};
  arguments.insert(arguments.end(), between.begin(), between.end());
  arguments.push_back(standing_reason);
  arguments.push_back(standing_sure);
  verbs.add(Role::Safeguarding, {"household",
                                 std::string(name),
                                 std::string(help),
                                 std::move(arguments),
                                 {},
                                 VerbNeeds::Data,
                                 [act](StandingArguments asked, const VerbPlace& place) -> Result<VerbEnd> {
                                   const std::vector<std::string> kept(asked.begin(), asked.end());
                                   return VerbEnd([act, kept, asker = place.asker] { return act(kept, asker); });
                                 },
                                 VerbWaits::ForNobody});
}

}  // namespace

void add_standing_verbs(Verbs& verbs, const FeatureContext& context) {
  const StandingDesk desk(context);
  add_standing_verb(
      verbs, "restrict", "Keep what others share about a child from somebody; they cannot tell it from nobody sharing.",
      {}, [desk](StandingArguments asked, const VerbAsker& asker) { return desk.restrict(words_of(asked, asker)); });
  add_standing_verb(
      verbs, "lift", "End a restriction. Says first what that opens and to whom, and wants --sure.", {},
      [desk](StandingArguments asked, const VerbAsker& asker) { return desk.lift(words_of(asked, asker)); });
  add_standing_verb(
      verbs, "stand", "Record who stands by a child as what, from when and until when. What it opens wants --sure.",
      {{"ROLE",
        "parent, carer, helper, professional (for a year at most, only to see) or young_person; by a grown-up also "
        "deputy, attorney, appointee, representative"},
       {"--from", "their first day; today for somebody new", VerbArgumentKind::Text, VerbArgumentUse::Optional},
       {"--until", "their last day, or: open", VerbArgumentKind::Text, VerbArgumentUse::Optional}},
      [desk](StandingArguments asked, const VerbAsker& asker) {
        return desk.stand(words_of(asked, asker), {asked[2], asked[3], asked[4]});
      });
  add_standing_verb(verbs, "introduce",
                    "Let two who stand by a child read each other's name, so that they can share. Wants --sure.",
                    {{"OTHER", "the other person's id"}}, [desk](StandingArguments asked, const VerbAsker& asker) {
                      return desk.introduce(words_of(asked, asker), asked[2]);
                    });
  verbs.add(Role::Safeguarding,
            {"household",
             "confirm",
             "Confirm what another officer asked for by lift or stand. Says first what that opens, and wants --sure.",
             {standing_child, standing_person, standing_sure},
             {},
             VerbNeeds::Data,
             [desk](StandingArguments asked, const VerbPlace& place) -> Result<VerbEnd> {
               const Sure sure = asked[2].empty() ? Sure::NotYet : Sure::Yes;
               const StandingWords words{asked[0], asked[1], {}, place.asker, sure};
               return VerbEnd([desk, words] { return desk.confirm(words); });
             },
             VerbWaits::ForNobody});
  verbs.add(
      Role::Safeguarding,
      {"household", "proposals", "List what waits for a second officer to confirm it.", {}, [desk](StandingArguments) {
         return desk.proposals();
       }});
  verbs.add(Role::Safeguarding,
            {"household", "restrictions", "List who is restricted, since when and why.", {}, [desk](StandingArguments) {
               return desk.restrictions();
             }});
}

}  // namespace alongside::server
