#include "plugins/local_offer/api/import_report.hpp"

#include "app/base/utf8.hpp"

namespace alongside::local_offer {
namespace {

constexpr std::size_t most_lines = 200;

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// Names and ids come from the feed: no line ends, no control characters, not too long.
std::string shown(const std::string& text) {
  std::string line = clean_text(text_prefix(text, 300));
  for (char& c : line) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return line;
}

void add_lines(std::string& out, const std::vector<ImportLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == most_lines) {
      out += "  … and " + std::to_string(lines.size() - i) + " more\n";
      return;
    }
    const ImportLine& line = lines[i];
    out += "  " + (line.id.empty() ? std::string("(no id)") : shown(line.id));
    if (!line.name.empty()) out += "  " + shown(line.name);
    out += "  [" + shown(line.file) + "]\n      " + shown(line.reason) + "\n";
  }
}

}  // namespace

std::string ImportReport::text() const {
  std::string out;
  for (const std::string& line : visit) out += shown(line) + "\n";
  out += "Read " + counted(page_files, "page", "pages") + " and " +
         counted(service_files, "service file", "service files");
  out += other_files > 0 ? ", and left " + counted(other_files, "other file", "other files") + " alone.\n" : ".\n";
  out += counted(taken(), "service is", "services are") + " in: " + std::to_string(added) + " new, " +
         std::to_string(changed) + " changed, " + std::to_string(same) + " as before. " + std::to_string(removed) +
         " no longer in the feed and taken away.\n";
  if (hidden > 0)
    out += counted(hidden, "is", "are") + " not shown to families, because the feed calls them inactive or defunct.\n";
  if (copies > 0) out += counted(copies, "exact copy was", "exact copies were") + " passed over.\n";
  for (const std::string& line : unread) out += "Could not read " + shown(line) + "\n";
  if (!refused.empty()) {
    out += counted(refused.size(), "record was", "records were") + " refused, with nothing of it taken:\n";
    add_lines(out, refused);
  }
  if (kept > 0) out += counted(kept, "of these keeps", "of these keep") + " what an earlier import had.\n";
  if (!notes.empty()) {
    out += counted(notes.size(), "thing was", "things were") + " left out of services that were taken:\n";
    add_lines(out, notes);
  }
  return out;
}

}  // namespace alongside::local_offer
