#include "plugins/employing/model/payroll_file.hpp"

#include "app/base/csv.hpp"

#include <initializer_list>

namespace alongside::employing {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string pounds(std::int64_t pence) {
  std::string text = std::to_string(pence / 100) + ".";
  const std::int64_t rest = pence % 100;
  return text + (rest < 10 ? "0" : "") + std::to_string(rest);
}

std::string line(std::initializer_list<std::string> cells) {
  std::string text;
  for (const std::string& cell : cells) {
    if (!text.empty()) text += ',';
    text += csv_cell(cell);
  }
  return text + "\r\n";
}

std::string confirmed_text(Confirmed confirmed) {
  switch (confirmed) {
    case Confirmed::Right: return "yes";
    case Confirmed::Wrong: return "wrong";
    case Confirmed::NotYet: break;
  }
  return "no";
}

std::string entry_line(const BookWorker& worker, PayDays days, const BookEntry& one) {
  const WorkEntry& entry = one.entry;
  return line({worker.worker.name, days.first.iso(), days.last.iso(), entry.day.iso(), std::string(name_of(entry.kind)),
               time_text(entry.minutes), std::to_string(entry.minutes), pounds(worker.worker.rate.pence()),
               std::to_string(entry.miles), pounds(worker.worker.mile_rate.pence()), confirmed_text(one.confirmed),
               one.words, entry.note, entry.reason});
}

}  // namespace

std::string payroll_file(const WorkBook& book, const BookWorker& worker, PayDays days) {
  std::string text(byte_order_mark);
  text += line({"worker", "first_day", "last_day", "day", "kind", "time", "minutes", "rate", "miles", "mile_rate",
                "confirmed", "worker_says", "note", "corrected_because"});
  for (const BookEntry* one : book.counted(worker.id, days)) text += entry_line(worker, days, *one);
  return text;
}

std::string time_text(std::int64_t minutes) {
  const std::int64_t rest = minutes % 60;
  return std::to_string(minutes / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

}  // namespace alongside::employing
