// Must show: two devices without a network for a month, 500 edits each that cross the other's. They come to the same,
// nothing is lost, and every conflict is explained in words that somebody can act on, in both languages.
#include "tests/apart/month.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"
#include "plugins/direct_payments/pages/money_sections.hpp"
#include "plugins/direct_payments/words.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace alongside::apart {
namespace {

using namespace direct_payments;
using namespace ui::literals;

// What the council has decided, once each, in its order.
std::vector<Decided> once_each(const std::vector<Decided>& decided) {
  std::vector<Decided> once;
  std::set<OperationId> seen;
  for (const Decided& one : decided) {
    if (seen.insert(one.id).second) once.push_back(one);
  }
  return once;
}

// Everything of the family's money that a device holds, byte for byte.
using Held = std::map<DocumentId, std::pair<std::uint64_t, Bytes>>;
Held held_by(const FamilyDevice& device, const client::SyncEngine& engine) {
  Held held;
  for (const std::uint32_t kind :
       {Agreement::schema.id, Transaction::schema.id, PlanItem::schema.id, Return::schema.id}) {
    for (const wire::Document* document : engine.documents(kind))
      held[document->id] = {document->version, document->content};
  }
  REQUIRE(device.unsent() == 0);
  return held;
}

const MadeEdit* edit_of(const Member& member, OperationId id) {
  const auto found =
      std::find_if(member.edits.begin(), member.edits.end(), [id](const MadeEdit& edit) { return edit.id == id; });
  return found == member.edits.end() ? nullptr : &*found;
}

const BookChange* trouble_of(const Book& book, OperationId id) {
  const auto found =
      std::find_if(book.troubles.begin(), book.troubles.end(), [id](const BookChange& one) { return one.id == id; });
  return found == book.troubles.end() ? nullptr : &*found;
}

// Whether what was made is to be seen by everybody. Of the plan, what was changed again by somebody who had seen it may
// be gone: that is looked at in the council's order.
bool is_in(const Book& book, const MadeEdit& edit) {
  switch (edit.kind) {
    case Edit::Spend:
    case Edit::Line:
    case Edit::TakeBack: return book.entry(document_of(edit.id)) != nullptr;
    case Edit::Send: return book.returns.size() == 1 && book.returns[0].content.editions[0].note == edit.words;
    case Edit::TakeOut: return book.planned(edit.target) == nullptr;
    case Edit::Plan: return true;
  }
  return false;
}

struct Told {
  std::size_t troubles = 0;
  std::map<std::string, std::size_t> sentences;
};

// What a person should be told, worked out apart from the screen: by what they did and why it was not done.
ui::TextKey expected_why(const Book& book, const MadeEdit& edit, const std::string& code) {
  const Edit kind = edit.kind;
  if (code == "period_sent")
    return kind == Edit::Spend ? "direct_payments.trouble.sent_spend"_t : "direct_payments.trouble.sent"_t;
  if (code == "already_sent") return "direct_payments.trouble.sent_twice"_t;
  if (code == "already_added") return "direct_payments.trouble.already_added"_t;
  if (code == "already_reversed") return "direct_payments.trouble.already"_t;
  if (kind == Edit::TakeOut && code == "not_found") return "direct_payments.trouble.out"_t;
  if (kind == Edit::Plan && code == "changed" && book.planned(edit.target) == nullptr)
    return "direct_payments.trouble.out_while"_t;
  if (kind == Edit::Plan && code == "changed") return "direct_payments.trouble.conflict"_t;
  if (kind == Edit::TakeOut && code == "changed") return "direct_payments.trouble.conflict"_t;
  FAIL("nobody is told anything about ", static_cast<int>(kind), " ", code);
  return "direct_payments.trouble.refused"_t;
}

void check_words(const Member& member, ui::Language language, Told& told) {
  testing::UiHarness harness(360, 800);
  harness.words().add(direct_payments_words);
  harness.words().use(language);
  const Book book = member.device.book();
  harness.frame([&book](ui::Ui& ui) {
    const auto main = ui.landmark("main", ui::Role::Main);
    troubles_section(ui, book, {});
  });
  const std::vector<std::string> paragraphs = harness.names(ui::Role::Paragraph);
  REQUIRE(paragraphs.size() == 2 * book.troubles.size());
  for (std::size_t i = 0; i < book.troubles.size(); ++i) {
    const BookChange& trouble = book.troubles[i];
    const MadeEdit* edit = edit_of(member, trouble.id);
    REQUIRE(edit != nullptr);
    const std::string& what = paragraphs[2 * i];
    const std::string& why = paragraphs[2 * i + 1];
    CAPTURE(what);
    CAPTURE(trouble.code);
    // A return is named by its days; everything else by what the person wrote.
    CHECK(what.find(edit->kind == Edit::Send ? "29" : edit->words) != std::string::npos);
    CHECK(why == harness.words().get(expected_why(book, *edit, trouble.code)));
    CHECK(why.back() == '.');
    ++told.sentences[why];
  }
  told.troubles += book.troubles.size();
}

void print(const Month& month, const Told& english, const Told& welsh) {
  std::map<std::string, std::size_t> codes;
  for (const Decided& one : once_each(month.decided)) ++codes[one.code.empty() ? "done" : one.code];
  std::printf("two devices, %zu edits each:", Month::edits_each);
  for (const auto& [code, count] : codes) std::printf(" %zu %s", count, code.c_str());
  std::printf("\n%zu conflicts explained in %zu sentences, in Welsh %zu in %zu\n", english.troubles,
              english.sentences.size(), welsh.troubles, welsh.sentences.size());
  for (const Told* told : {&english, &welsh}) {
    for (const auto& [sentence, count] : told->sentences) std::printf("  %4zu  %s\n", count, sentence.c_str());
  }
}

// No change of the plan was laid over another that its maker had not seen, and what is left is the last of them.
void check_nothing_overwritten(Month& month) {
  CHECK(month.watch.laid_over_unseen(month.decided) == std::vector<std::string>());
  const Book book = month.tablet.device.book();
  for (const auto& [id, name] : month.watch.plan()) {
    const BookPlan* there = book.planned(id);
    CHECK((there == nullptr ? std::string() : there->item.name) == name);
  }
}

}  // namespace

TEST_CASE("two devices that were apart for a month come to the same, lose nothing, and explain every conflict") {
  Month month;
  month.live_apart();
  month.come_together();
  Member& phone = month.phone;
  Member& tablet = month.tablet;

  const auto held = held_by(phone.device, phone.device.engine());
  CHECK(held == held_by(tablet.device, tablet.device.engine()));
  CHECK(once_each(month.decided).size() == 2 * Month::edits_each);
  const std::string report = month.council.run("ledger", "check").value();
  CAPTURE(report);
  CHECK(report.find("they all fit") != std::string::npos);

  for (const Member* member : {&phone, &tablet}) {
    const Book book = member->device.book();
    for (const MadeEdit& edit : member->edits) {
      CAPTURE(edit.words);
      const auto decided = std::find_if(month.decided.begin(), month.decided.end(),
                                        [&](const Decided& one) { return one.id == edit.id; });
      const bool is_done = decided->outcome == wire::Outcome::Applied;
      CHECK((trouble_of(book, edit.id) == nullptr) == is_done);  // what was not done is told, and nothing else
      if (is_done) CHECK(is_in(book, edit));
    }
  }
  check_nothing_overwritten(month);

  Told english, welsh;
  for (const Member* member : {&phone, &tablet}) {
    check_words(*member, ui::Language::English, english);
    check_words(*member, ui::Language::Welsh, welsh);
  }
  CHECK(english.troubles > Month::edits_each * 9 / 10);  // of two edits that cross, hardly ever both are done
  for (const auto& [sentence, count] : welsh.sentences) CHECK_FALSE(english.sentences.contains(sentence));
  print(month, english, welsh);
}

}  // namespace alongside::apart
