#include "app/server/sync/sync_personal.hpp"

#include "app/base/base64url.hpp"
#include "app/base/clock.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/council_config.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/personal/personal_rows.hpp"
#include "app/server/session/session_info.hpp"
#include "app/server/sync/document_rows.hpp"
#include "app/server/sync/documents.hpp"

#include <algorithm>
#include <map>

namespace alongside::server {

namespace {

constexpr Sentence documents_title{"What you and we wrote", "Beth ysgrifennoch chi a ni"};

std::string json_of(const wire::Document& document, const std::string& content) {
  wire::Document head = document;
  head.content.clear();
  std::string json = wire::to_json(head);
  const std::string empty = "\"content\":[]";
  if (const auto place = json.rfind(empty); place != json.npos)
    json.replace(place, empty.size(), "\"content\":" + content);
  return json;
}

// Who is named in the lines: the children and people whom the app would name.
class Names {
 public:
  static Result<Names> create(const PersonalContext& context) {
    Names names;
    const auto info =
        ALONGSIDE_TRY(session_info(context.database, context.clock, Actor{context.person, context.household, {}}));
    for (const auto& child : info.children) names.names_[child.subject.id.bytes()] = child.name;
    for (const auto& person : info.people) names.names_[person.id.bytes()] = person.name;
    return names;
  }
  std::string of(const IdBytes& id) const {
    const auto found = names_.find(id);
    return found == names_.end() ? std::string() : found->second;
  }

 private:
  std::map<IdBytes, std::string> names_;
};

// What nobody has words for is told all the same, as it is kept.
HeldItem item_of(const PersonalTables& tables, const wire::Document& document, const Names& names, Language language) {
  HeldWords words(language);
  std::string content;
  const PersonalKind* kind = tables.kind_of(document.kind);
  const bool told = kind != nullptr && kind->tell(document.content, words, content).ok();
  if (!told) content = "\"" + base64url(document.content) + "\"";
  if (!told) words.add({"Size in bytes", "Maint mewn beitiau"}, std::to_string(document.content.size()));
  words.add({"About", "Am"}, names.of(document.subject.id.bytes()));
  words.add({"Shared with you by", "Rhannwyd gyda chi gan"}, names.of(document.owner.bytes()));
  const Sentence other{"Something else", "Rhywbeth arall"};
  return {std::string((kind != nullptr ? kind->title : other).in(language)), words.take(), json_of(document, content)};
}

Result<std::vector<NumberedDocument>> documents_seen(const PersonalContext& context) {
  std::vector<NumberedDocument> seen;
  for (const DocumentName& name : ALONGSIDE_TRY(visible_to(context.database, context.person, context.access.today()))) {
    auto row = ALONGSIDE_TRY(row_of(context.database, name.number));
    if (!row || row->document.state == wire::DocumentState::Gone) continue;
    const wire::Document& document = row->document;
    const auto level =
        ALONGSIDE_TRY(context.access.share(document.owner, context.person, document.subject, document.facet));
    if (level != wire::ShareLevel::None) seen.push_back(std::move(*row));
  }
  std::ranges::stable_sort(seen, {}, [](const NumberedDocument& one) { return one.document.kind; });
  return seen;
}

Result<void> tell_documents(const PersonalTables& tables, const PersonalContext& context, EverythingHeld& held) {
  const Names names = ALONGSIDE_TRY(Names::create(context));
  HeldSection& section = held.section("document", documents_title);
  for (const NumberedDocument& row : ALONGSIDE_TRY(documents_seen(context))) {
    section.items.push_back(item_of(tables, row.document, names, held.language));
  }
  return {};
}

Result<void> erase_documents(const PersonalContext& context, Erasure& erasure) {
  erasure.erased("documents: everything they wrote and were written",
                 ALONGSIDE_TRY(context.documents.erase_all_of(context.person)));
  auto feed = ALONGSIDE_TRY(context.database.prepare("DELETE FROM feed WHERE viewer = ?1"));
  ALONGSIDE_TRY(bind_id(feed, 1, context.person).run());
  auto end = ALONGSIDE_TRY(context.database.prepare("DELETE FROM feed_end WHERE viewer = ?1"));
  return bind_id(end, 1, context.person).run();
}

// What the person did, and what the council's people did about them or their own things. Which officer it was is the
// council's to say; what is numbered here for everybody tells nobody how much others did. That somebody is restricted
// is told to nobody, not even by a verb whose words an officer had in the wrong order, or by an introduction that was
// refused; nor is what anybody else was given, since who is restricted is given nothing.
TellHeld audit_told() {
  return tell_rows({"audit",
                    {"What was done, and when", "Beth a wnaed, a phryd"},
                    {"You, or the council about you", "Chi, neu'r cyngor amdanoch chi"},
                    "SELECT at_ms, verb, kind, outcome, code FROM audit WHERE household IN"
                    " (SELECT household FROM person WHERE id = ?1 UNION SELECT household FROM relationship"
                    "  WHERE person = ?1) AND (actor = ?1 OR (verb <> '' AND verb NOT IN"
                    " ('read', 'household restrict', 'household lift', 'household confirm', 'household introduce') AND "
                    "(subject = ?1 OR subject IN"
                    " (SELECT id FROM document WHERE owner = ?1)))) ORDER BY at_ms, number",
                    {{"at", {"When", "Pryd"}, HeldAs::Moment},
                     {"verb", {"What the council did", "Beth wnaeth y cyngor"}},
                     {"kind", {"Kind of change", "Math o newid"}, HeldAs::Number},
                     {"outcome", {"Outcome", "Canlyniad"}, HeldAs::Number},
                     {"code", {"Why not", "Pam ddim"}}}});
}

Result<void> keep_audit(const PersonalContext& context, Erasure& erasure) {
  auto count = ALONGSIDE_TRY(
      context.database.prepare("SELECT count(*), max(at_ms) FROM audit WHERE actor = ?1 OR subject = ?1"));
  ALONGSIDE_TRY(bind_id(count, 1, context.person).step());
  erasure.kept({"rows of the audit: numbers, times and kinds of change",
                "it shows who changed what, and its chain breaks when a row goes", count.column_integer(0),
                Date(context.clock.today().days() + context.council.retention_days.audit)});
  return {};
}

}  // namespace

void add_sync_personal(PersonalTables& tables) {
  tables.add({"document",
              [&tables](const PersonalContext& context, EverythingHeld& held) {
                return tell_documents(tables, context, held);
              },
              {},
              erase_documents,
              {},
              ErasePhase::Documents});
  const std::string derived = "which of the documents above their devices have been given; nothing of its own";
  tables.add({"feed", {}, derived, {}, "goes with the documents"});
  tables.add({"feed_end", {}, derived, {}, "goes with the documents"});
  tables.add({"device",
              tell_rows({"device",
                         {"Your devices", "Eich dyfeisiau"},
                         {"A device", "Dyfais"},
                         "SELECT id, last FROM device WHERE person = ?1 ORDER BY id",
                         {{"id", {"Its number", "Ei rhif"}, HeldAs::Id},
                          {"changes", {"Changes it has sent", "Newidiadau a anfonodd"}, HeldAs::Number}}}),
              {},
              erase_rows("devices", "DELETE FROM device WHERE person = ?1")});
  tables.add({"operation_result",
              {},
              "the answers to what the audit lists",
              erase_rows("answers to changes of their devices", "DELETE FROM operation_result WHERE person = ?1")});
  tables.add({"read_noted",
              {},
              "which rows of the audit were written today; nothing of its own",
              erase_rows("notes of what they were given", "DELETE FROM read_noted WHERE viewer = ?1 OR subject = ?1")});
  tables.add({"audit", audit_told(), {}, keep_audit});
  tables.about_nobody("audit_head", "the chain's last link");
  tables.about_nobody("vault_state", "whether everything is sealed");
  tables.about_nobody("audit_base", "the chain's first link");
  tables.about_nobody("incarnation", "which life of the database this is");
  add_document_kinds(tables);
}

}  // namespace alongside::server
