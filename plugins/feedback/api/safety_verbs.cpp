#include "plugins/feedback/api/safety_verbs.hpp"

#include "app/base/clock.hpp"
#include "plugins/feedback/api/safety_box.hpp"

#include <algorithm>
#include <string>

namespace alongside::feedback {
namespace {

using Arguments = std::span<const std::string>;
constexpr std::string_view safety_row = "op feedback.safety";

std::string age_of(std::int64_t since_ms, std::int64_t now_ms) {
  const std::int64_t minutes = std::max<std::int64_t>(now_ms - since_ms, 0) / 60000;
  if (minutes < 60) return std::to_string(minutes) + " min";
  return minutes < 48 * 60 ? std::to_string(minutes / 60) + " h" : std::to_string(minutes / (24 * 60)) + " days";
}

// A line says how long it has waited; nothing in it says who, or what.
std::string line_text(const SafetyBox::Line& line, std::int64_t now_ms) {
  std::string text = line.id.text() + "  came " + age_of(line.arrived_ms, now_ms) + " ago";
  text += line.has_name ? "  signed in" : "  without a name";
  return text + (line.read_ms == 0 ? "  NOT ACKNOWLEDGED" : "  acknowledged by " + line.read_by) + "\n";
}

Result<std::string> list(const server::FeatureContext& context, Chance& chance) {
  std::string report;
  std::size_t open = 0;
  for (const SafetyBox::Line& line : ALONGSIDE_TRY(SafetyBox(context, chance).lines())) {
    if (line.read_ms == 0) ++open;
    report += line_text(line, context.clock.now_ms());
  }
  return report + std::to_string(open) + " not acknowledged.\n";
}

Result<std::string> show(const server::FeatureContext& context, Chance& chance, const std::string& id) {
  const SafetyBox::Shown shown = ALONGSIDE_TRY(SafetyBox(context, chance).show(id));
  std::string report = line_text(shown.line, context.clock.now_ms());
  report += "Who: " + (shown.person.empty() ? std::string("they did not say") : "person " + shown.person) + "\n";
  report += "How to reach them: " + (shown.call.reach.empty() ? std::string("they did not say") : shown.call.reach);
  return report + "\nWhat they wrote: " + (shown.call.words.empty() ? std::string("nothing") : shown.call.words) + "\n";
}

}  // namespace

// A person's own, and nobody else's: no share of anything shows it.
void add_safety_access(server::AccessTable& table) {
  table.open_to_all("POST /api/feedback/safety");
  table.add(safety_row).give(server::Relation::Self, server::Permission::Own);
}

void add_safety_rules(server::Operations& operations, const server::FeatureContext& context, Chance& chance) {
  operations.on<PutSafetyCall>(
      safety_row,
      [&context, &chance](server::OperationContext& operation, const PutSafetyCall& put) -> Result<server::Applied> {
        ALONGSIDE_TRY(check(put.call));
        const server::NewContent made{DocumentId(put.call.id.bytes()),
                                      operation.operation.subject,
                                      operation.actor.person,
                                      wire::Facet::Own,
                                      KeptSafetyCall::schema.id,
                                      KeptSafetyCall::schema.version,
                                      wire::encode_payload(KeptSafetyCall{})};
        const std::uint64_t version = ALONGSIDE_TRY(operation.documents.put(operation.actor, operation.what, made, {}));
        ALONGSIDE_TRY(SafetyBox(context, chance).put(put.call, operation.actor.person));
        return server::Applied{version};
      });
}

void add_safety_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  verbs.add(server::Role::Safeguarding,
            {"safety",
             "list",
             "List who told us that they do not feel safe, what nobody has acknowledged at the top.",
             {},
             [&context, &chance](Arguments) { return list(context, chance); }});
  verbs.add(server::Role::Safeguarding,
            {"safety",
             "show",
             "Show one of them in the person's words. They are personal: show them only to who acts on it.",
             {{"ID", "its id, from the list or the email"}},
             [&context, &chance](Arguments arguments) { return show(context, chance, arguments[0]); }});
  verbs.add(server::Role::Safeguarding,
            {"safety",
             "acknowledge",
             "Say that somebody has it. The person sees that; nobody else is told any more.",
             {{"ID", "its id, from the list or the email"}, {"NAME", "who has read it and acts on it"}},
             [&context, &chance](Arguments arguments) -> Result<std::string> {
               ALONGSIDE_TRY(SafetyBox(context, chance).acknowledge(arguments[0], arguments[1]));
               return std::string("Acknowledged. If they are signed in, they can see it.\n");
             }});
}

}  // namespace alongside::feedback
