#include "plugins/comments/api/remark_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "plugins/comments/api/comment_clock.hpp"
#include "plugins/comments/api/moderation.hpp"

#include <algorithm>
#include <string>

namespace alongside::comments {
namespace {

using Arguments = std::span<const std::string>;
using server::VerbArgument;
using server::VerbArgumentKind;
using server::VerbArgumentUse;

bool is_open(const StoredRemark& remark) {
  return remark.record.state == RemarkState::Received || remark.record.state == RemarkState::Published;
}

// A line says what to do; nothing in it says who, or in whose words.
std::string line_of(const StoredRemark& one, Date today) {
  const RemarkRecord& record = one.record;
  const Remark& remark = record.remark;
  std::string line = one.id.text() + "  sent " + record.sent_on.iso() + "  " + std::string(name_of(record.state));
  if (is_overdue(record, today)) line += " (OVERDUE)";
  line += "  " + std::string(remark.kind == RemarkKind::Comment ? name_of(remark.topic) : name_of(remark.fact));
  if (!remark.service_name.empty()) line += "  " + remark.service_name;
  return line + "\n";
}

Result<std::string> list(const server::FeatureContext& context, RemarkKind kind, bool shows_all) {
  RemarkStore store(context.database);
  const Date today = context.clock.today();
  const std::vector<StoredRemark> remarks = ALONGSIDE_TRY(store.all());
  std::string report;
  if (kind == RemarkKind::Comment) report = alarm_text(remarks, ALONGSIDE_TRY(store.summaries()), today);
  std::size_t open = 0;
  for (const StoredRemark& remark : remarks) {
    if (remark.record.remark.kind != kind) continue;
    if (is_open(remark)) ++open;
    if (is_open(remark) || shows_all) report += line_of(remark, today);
    if (kind == RemarkKind::Correction && is_open(remark)) {
      report += "  service " + remark.record.remark.service.text() + "\n";
      if (!remark.record.remark.words.empty()) report += "  should say: " + remark.record.remark.words + "\n";
    }
  }
  return report + std::to_string(open) + " open.\n";
}

void add_words(std::string& report, std::string_view what, const wire::Bilingual& words) {
  if (!words.en.empty()) report += std::string(what) + ": " + words.en + "\n";
  if (!words.cy.empty()) report += std::string(what) + " (Welsh): " + words.cy + "\n";
}

Result<std::string> show(const server::FeatureContext& context, const Moderation& moderation, const std::string& id) {
  const StoredRemark remark = ALONGSIDE_TRY(moderation.find(id, RemarkKind::Comment));
  const RemarkRecord& record = remark.record;
  std::string report = line_of(remark, context.clock.today());
  report += remark.has_sender() ? "Sent with a name: they get a notice.\n" : "Sent without a name.\n";
  report += "They wrote: " + record.remark.words + "\n";
  if (record.state == RemarkState::Hidden)
    report += "Not published: " + std::string(name_of(record.hidden_because)) + "\n";
  add_words(report, "Published", record.published);
  add_words(report, "Answer", record.answer);
  add_words(report, "Action", record.action);
  return report;
}

VerbArgument optional(std::string name, std::string help) {
  return {std::move(name), std::move(help), VerbArgumentKind::Text, VerbArgumentUse::Optional};
}
VerbArgument flag(std::string name, std::string help) {
  return {std::move(name), std::move(help), VerbArgumentKind::Text, VerbArgumentUse::Flag};
}
const VerbArgument an_id{"ID", "its id, from the list"};
const VerbArgument is_sure = flag("--sure", "nobody can be recognised, although something in it looks like a name");

Sure sure_of(const std::string& argument) { return argument.empty() ? Sure::No : Sure::Yes; }

void add_reading(server::Verbs& verbs, const server::FeatureContext& context, const Moderation& moderation) {
  verbs.add(server::Role::Answers,
            {"offer comments",
             "list",
             "List the comments on the local offer that wait for something, the oldest first.",
             {flag("--all", "also what is answered or not published")},
             [&context](Arguments arguments) { return list(context, RemarkKind::Comment, !arguments[0].empty()); }});
  verbs.add(server::Role::Answers,
            {"offer comments",
             "show",
             "Show one comment in its sender's words. They may be personal: show them only to who works on it.",
             {an_id},
             [&context, &moderation](Arguments arguments) { return show(context, moderation, arguments[0]); }});
  verbs.add(server::Role::Offer,
            {"offer corrections",
             "list",
             "List what people say is not right in the local offer.",
             {flag("--all", "also what has been looked at")},
             [&context](Arguments arguments) { return list(context, RemarkKind::Correction, !arguments[0].empty()); }});
}

void add_deciding(server::Verbs& verbs, Moderation& moderation) {
  verbs.add(
      server::Role::Answers,
      {"offer comments",
       "publish",
       "Publish a comment in your words, so that nobody can be recognised by it.",
       {an_id,
        {"WORDS", "what everybody reads"},
        optional("--welsh", "the same in Welsh"),
        optional("--about", "the service's name, where the sender wrote another"),
        is_sure},
       [&moderation](Arguments arguments) {
         return moderation.publish({arguments[0], {arguments[1], arguments[2]}, arguments[3], sure_of(arguments[4])});
       }});
  verbs.add(server::Role::Answers,
            {"offer comments",
             "hide",
             "Do not publish a comment. Whoever sent it is told why, and where a complaint goes.",
             {an_id, {"REASON", "vexatious, one_person, identifies or not_about"}},
             [&moderation](Arguments arguments) { return moderation.hide(arguments[0], arguments[1]); }});
  verbs.add(server::Role::Answers,
            {"offer comments",
             "answer",
             "Answer a published comment. Answer and action stand beside it.",
             {an_id,
              {"WORDS", "what the council says"},
              optional("--action", "what the council does about it, or why nothing"),
              optional("--welsh", "the words in Welsh"),
              optional("--action-welsh", "the action in Welsh"),
              is_sure},
             [&moderation](Arguments arguments) {
               return moderation.answer(
                   {arguments[0], {arguments[1], arguments[3]}, {arguments[2], arguments[4]}, sure_of(arguments[5])});
             }});
  verbs.add(server::Role::Answers,
            {"offer comments",
             "summary",
             "Publish \"You said, we did\" of a year.",
             {{"YEAR", "with four digits"}},
             [&moderation](Arguments arguments) { return moderation.publish_year(arguments[0]); }});
  verbs.add(server::Role::Offer,
            {"offer corrections",
             "done",
             "Say that a correction has been looked at. Whoever sent it gets a notice.",
             {an_id, optional("--words", "what was done, or why nothing"), optional("--welsh", "the same in Welsh")},
             [&moderation](Arguments arguments) {
               return moderation.finish_correction(arguments[0], {arguments[1], arguments[2]});
             }});
}

}  // namespace

void add_remark_verbs(server::Verbs& verbs, const server::FeatureContext& context, Moderation& moderation) {
  add_reading(verbs, context, moderation);
  add_deciding(verbs, moderation);
}

}  // namespace alongside::comments
