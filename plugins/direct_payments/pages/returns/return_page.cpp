#include "plugins/direct_payments/pages/returns/return_page.hpp"

#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/returns/return_words.hpp"
#include "plugins/direct_payments/pages/sign_in_ui.hpp"
#include "plugins/direct_payments/pages/spending/answers_ui.hpp"
#include "plugins/direct_payments/pages/spending/question_store.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

void ReturnPage::opened(const Route& route) {
  rules_.begin();
  if (route.path == route_.path) return;
  route_ = route;
  draft_key_ = "direct_payments.return." + std::string(route.tail("/money/returns"));
  is_draft_read_ = false;
  form_ = {};
  faults_ = {};
  is_declared_ = is_declaration_missing_ = is_answer_wrong_ = false;
  words_.clear();
  saving_.reset();
  files_.reset();
  pack_edition_ = 0;
}

std::string ReturnPage::title(const ui::Words& words) const { return words.get("returns.one"_t); }

std::optional<ReturnPage::Due> ReturnPage::due(DocumentId id) {
  const std::vector<Return> returns = returns_in(store_.book());
  for (const BookAgreement& agreement : store_.book().agreements) {
    const SentPeriod next = next_period(agreement.id, agreement.agreement, returns);
    if (return_id(agreement.id, next.first) == id) return Due{&agreement, next, store_.book().find_return(id)};
  }
  return std::nullopt;
}

const PeriodPack& ReturnPage::pack_of(DocumentId agreement, SentPeriod period) {
  const std::uint64_t edition = host_.records().edition() + 1;  // 0: none yet
  if (pack_edition_ != edition || pack_.period != period) {
    pack_ = period_pack(store_.book(), host_.records(), agreement, period, rules_.guide().returns);
    pack_edition_ = edition;
  }
  return pack_;
}

// A draft that is not read yet must not be written over.
bool ReturnPage::read_draft() {
  if (is_draft_read_) return true;
  if (!host_.records().are_drafts_read()) return false;
  is_draft_read_ = true;
  const auto draft = host_.records().draft(draft_key_);
  auto kept = draft ? wire::decode_payload<ReturnForm>(*draft) : Result<ReturnForm>(Error{});
  if (kept.ok()) form_ = std::move(kept).value();
  words_ = form_.note;
  return true;
}

void ReturnPage::keep_draft() { host_.records().keep_draft(draft_key_, wire::encode_payload(form_), {}); }

Result<void> ReturnPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("returns.back"_t), "/money/returns", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  if (!store_.is_signed_in()) {
    ui.heading(1, ui.tr("returns.one"_t));
    sign_in_ui(ui, route_, "returns.sign_in"_t);
    return {};
  }
  const auto id = DocumentId::parse(route_.tail("/money/returns"));
  const BookReturn* one = id.ok() ? store_.book().find_return(id.value()) : nullptr;
  if (one != nullptr && is_closed(one->content.state)) {
    status_ui(ui, *one);
    return {};
  }
  const auto found = id.ok() ? due(id.value()) : std::nullopt;
  if (found && declaring_hand(host_, *found->agreement) == Hand::LookOnly) {
    look_ui(ui, *found);
    return {};
  }
  if (found) {
    steps_ui(ui, *found);
    return {};
  }
  ui.heading(1, ui.tr("returns.one"_t));
  ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("returns.missing"_t));
  return {};
}

// For whoever may only look: what the return is going to say, and nothing to do about it.
void ReturnPage::look_ui(ui::Ui& ui, const Due& due) {
  ui.heading(1, period_text(ui, due.period.first, due.period.last));
  ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("returns.look_only"_t));
  const PeriodPack& pack = pack_of(due.agreement->id, due.period);
  ui.heading(2, ui.tr("returns.numbers"_t));
  figures_ui(ui, pack.figures);
  plan_lines_ui(ui, pack.figures);
  const auto missing = static_cast<std::int64_t>(pack.without_receipt.size());
  if (missing > 0) ui.text(ui.plural("returns.gap.receipts"_t, missing));
  written_answers_section(ui, written_answers(host_.records(), due.agreement->id, due.period.last));
  keep_ui(ui, host_.records(), store_.book(), due.agreement->id, pack, rules_.guide().returns.keep_years);
}

}  // namespace alongside::direct_payments
