#include "plugins/direct_payments/pages/forecast/alerts_ui.hpp"

#include "app/plugin_api/read_record.hpp"
#include "app/ui/ui.hpp"

#include <array>
#include <variant>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

constexpr std::array<std::uint32_t, 1> alert_changes = {ChooseAlerts::schema.id};

std::string alert_label(const ui::Ui& ui, AlertKind kind) {
  switch (kind) {
    case AlertKind::RunsOut: return ui.tr("forecast.alerts.runs_out"_t);
    case AlertKind::TooMuchLeft: return ui.tr("forecast.alerts.too_much_left"_t);
    case AlertKind::ReturnDue: break;
  }
  return ui.tr("forecast.alerts.return_due"_t);
}

}  // namespace

AlertChooser::Seen AlertChooser::seen_of(DocumentId agreement) const {
  Seen seen;
  for (const wire::Document* document : host_.records().documents(AlertChoice::schema.id)) {
    const auto choice = read_document<AlertChoice>(*document);
    if (choice && choice->agreement == agreement) seen = {choice->choices, document->now()};
  }
  for (const PendingChange* pending : host_.records().changes(alert_changes)) {
    std::variant<ChooseAlerts> made;
    const bool counts = pending->state != ChangeState::Refused && pending->state != ChangeState::Conflict &&
                        read_change<ChooseAlerts>(pending->change, made) &&
                        std::get<ChooseAlerts>(made).agreement == agreement && pending->change.base == seen.version;
    if (counts) seen = {std::get<ChooseAlerts>(made).choices, seen.version.after(pending->id)};
  }
  return seen;
}

void AlertChooser::draw_ui(ui::Ui& ui, const BookAgreement& of) {
  const Seen seen = seen_of(of.id);
  if (!is_begun_) choices_ = seen.choices, seen_ = seen.version;
  is_begun_ = true;
  const auto card = ui.card("alerts", ui::CardLook::Plain);
  ui.heading(2, ui.tr("forecast.alerts"_t));
  ui.sentence("forecast.alerts.lead"_t);
  for (const AlertKind kind : alert_kinds) {
    bool is_ticked = choices_.of(kind) == Wanted::Yes;
    if (!ui.checkbox(ui::Key("alert", static_cast<std::uint64_t>(kind)), alert_label(ui, kind), is_ticked)) continue;
    choices_.of(kind) = is_ticked ? Wanted::Yes : Wanted::No;
    saving_.reset();
  }
  if (saving_.state() == SavingState::Saved) ui.status("kept", ui.tr("forecast.alerts.saved"_t));
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  if (saving_.state() == SavingState::Waiting) return ui.status("kept", ui.tr("direct_payments.progress.saving"_t));
  if (!ui.button("save", ui.tr("forecast.alerts.save"_t))) return;
  ChooseAlerts choose;
  choose.agreement = of.id;
  choose.choices = choices_;
  saving_.start(host_, change_of(of.subject, seen_, choose), [this] { is_begun_ = false; });
}

}  // namespace alongside::direct_payments
