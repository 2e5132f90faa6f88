// Whom a family pays to help and their hours, told in words while they are not sent. Part of the module "unsent".
#include "app/plugin_api/change_words.hpp"
#include "app/ui/format.hpp"
#include "plugins/employing/model/changes.hpp"

#include <string>

namespace alongside::employing {

using namespace ui::literals;

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words);

namespace {

ui::TextKey what_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::Worked: return "unsent.work.worked"_t;
    case EntryKind::Holiday: return "unsent.work.holiday"_t;
    case EntryKind::Sick: break;
  }
  return "unsent.work.sick"_t;
}

ChangeWords told(const PutWorker& put, const ui::Words& words) {
  ChangeWords said{words.get("unsent.work.person"_t), {}};
  said.add(words.get("unsent.work.name"_t), put.worker.name);
  said.add(words.get("unsent.work.rate"_t), put.worker.rate.text());
  said.add(words.get("unsent.work.starts"_t), ui::format_short_date(words.language(), put.worker.starts));
  return said;
}

ChangeWords told(const RecordHours& hours, const ui::Words& words) {
  ChangeWords said{words.get(what_of(hours.kind)), {}};
  said.add(words.get("unsent.work.day"_t), ui::format_short_date(words.language(), hours.day));
  said.add(words.get("unsent.work.time"_t),
           words.get("unsent.work.hours"_t,
                     {{"hours", std::to_string(hours.minutes / 60)}, {"minutes", std::to_string(hours.minutes % 60)}}));
  said.add(words.get("unsent.work.miles"_t), hours.miles == 0 ? std::string() : std::to_string(hours.miles));
  said.add(words.get("unsent.work.note"_t), hours.note);
  said.add(words.get("unsent.work.why"_t), hours.reason);
  return said;
}

ChangeWords told(const ConfirmHours& confirm, const ui::Words& words) {
  const bool is_right = confirm.says == WorkerSays::Right;
  ChangeWords said{words.get(is_right ? "unsent.work.right"_t : "unsent.work.wrong"_t), {}};
  said.add(words.get("unsent.work.words"_t), confirm.words);
  return said;
}

}  // namespace

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words) {
  return tell_change<PutWorker, RecordHours, ConfirmHours>(change, [&](const auto& made) { return told(made, words); });
}

}  // namespace alongside::employing
