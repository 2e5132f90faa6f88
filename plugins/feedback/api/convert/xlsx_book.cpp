#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "plugins/feedback/api/convert/book.hpp"
#include "plugins/feedback/api/convert/converted.hpp"
#include "plugins/feedback/api/convert/xml_reader_expat.hpp"
#include "plugins/feedback/api/convert/zip_parts_libzip.hpp"

#include <charconv>
#include <map>
#include <utility>

namespace alongside::feedback {
namespace {

constexpr std::size_t no_number = static_cast<std::size_t>(-1);

std::size_t whole_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : no_number;
}

// "AB12" is column 27: letters count from A.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > ConvertLimits::most_columns) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  return column == 0 ? no_number : column - 1;
}

// xl/workbook.xml: which sheets there are, and by which key their files are found.
struct BookNames final : XmlListener {
  std::vector<std::pair<std::string, std::string>> sheets;  // name, key

  void opened(const XmlTag& tag) override {
    if (tag.name == "sheet") sheets.emplace_back(tag.attribute("name"), tag.attribute("id"));
  }
  void text(std::string_view) override {}
  void closed(std::string_view) override {}
};

// xl/_rels/workbook.xml.rels: the file of each key.
struct BookTargets final : XmlListener {
  std::map<std::string, std::string> files;

  void opened(const XmlTag& tag) override {
    if (tag.name == "Relationship" && tag.attribute("TargetMode") != "External")
      files.emplace(tag.attribute("Id"), tag.attribute("Target"));
  }
  void text(std::string_view) override {}
  void closed(std::string_view) override {}
};

// xl/sharedStrings.xml: the words that cells name by number, without how they are read out in Japanese.
struct SharedWords final : XmlListener {
  std::vector<std::string> words;

  void opened(const XmlTag& tag) override {
    if (tag.name == "si") words.emplace_back();
    if (tag.name == "rPh") is_aside_ = true;
    is_text_ = tag.name == "t" && !is_aside_ && !words.empty();
  }
  void text(std::string_view text) override {
    if (is_text_) words.back() += text;
  }
  void closed(std::string_view name) override {
    if (name == "rPh") is_aside_ = false;
    is_text_ = false;
  }
  std::string_view stopped_by() const override {
    return words.size() > ConvertLimits::most_cells ? "there are too many words in it" : std::string_view();
  }

 private:
  bool is_text_ = false, is_aside_ = false;
};

// One worksheet. Where a cell stands is in its reference, or, without one, beside the one before.
class SheetCells final : public XmlListener {
 public:
  SheetCells(BookSheet& sheet, const std::vector<std::string>& words, std::size_t& cells)
      : sheet_(sheet), words_(words), cells_(cells) {}

  void opened(const XmlTag& tag) override {
    if (tag.name == "row") {
      const std::size_t number = whole_number(tag.attribute("r"));
      row_ = {number == no_number ? last_row_ + 1 : number, {}};
      last_row_ = row_.number;
    } else if (tag.name == "c") {
      const std::size_t column = column_of(tag.attribute("r"));
      column_ = column == no_number ? row_.cells.size() : column;
      kind_ = tag.attribute("t");
      text_.clear();
    }
    is_text_ = tag.name == "v" || tag.name == "t";
  }
  void text(std::string_view text) override {
    if (is_text_) text_ += text;
  }
  void closed(std::string_view name) override {
    is_text_ = false;
    if (name == "c") put_cell();
    if (name == "row" && !row_.cells.empty()) sheet_.rows.push_back(std::exchange(row_, {}));
  }
  std::string_view stopped_by() const override { return trouble_; }

 private:
  void put_cell() {
    std::string words = clean_text(cell_words());
    if (trim(words).empty()) return;
    if (column_ >= ConvertLimits::most_columns)
      trouble_ = "a cell stands further right than column 500";
    else if (++cells_ > ConvertLimits::most_cells || sheet_.rows.size() >= ConvertLimits::most_rows)
      trouble_ = "this is too much for one survey";
    else {
      if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
      row_.cells[column_] = std::move(words);
    }
  }

  std::string cell_words() const {
    if (kind_ == "b") return text_ == "1" ? "TRUE" : "FALSE";
    if (kind_ == "e") return {};  // a formula that went wrong
    if (kind_ != "s") return text_;
    const std::size_t index = whole_number(trim(text_));
    return index < words_.size() ? words_[index] : std::string();
  }

  BookSheet& sheet_;
  const std::vector<std::string>& words_;
  std::size_t& cells_;
  BookRow row_;
  std::size_t column_ = 0, last_row_ = 0;
  std::string kind_, text_;
  bool is_text_ = false;
  std::string_view trouble_;
};

Result<void> read_part(ZipParts& parts, const std::string& name, XmlListener& listener) {
  const std::string xml = ALONGSIDE_TRY(parts.read(name));
  const Result<void> read = read_xml(xml, listener);
  if (!read.ok()) return Error{read.error().code, name + ", " + read.error().detail};
  return {};
}

// Only files of the book itself.
Result<std::string> part_named(std::string_view target) {
  const bool is_strange = target.find("..") != target.npos || target.find_first_of("\\:?#") != target.npos;
  if (target.empty() || is_strange)
    return Error{ErrorCode::InvalidInput, "a sheet names a file outside of it: \"" + clean_text(target) + "\""};
  return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
}

bool is_wanted(std::string_view sheet) {
  const std::string name = search_fold(trim(sheet));
  return name == "survey" || name == "choices" || name == "settings" || name == "entities";
}

}  // namespace

Result<Book> read_xlsx_book(std::string_view bytes) {
  ZipParts parts = ALONGSIDE_TRY(ZipParts::open(bytes));
  BookNames names;
  BookTargets targets;
  SharedWords shared;
  ALONGSIDE_TRY(read_part(parts, "xl/workbook.xml", names));
  ALONGSIDE_TRY(read_part(parts, "xl/_rels/workbook.xml.rels", targets));
  const Result<void> words = read_part(parts, "xl/sharedStrings.xml", shared);
  if (!words.ok() && words.error().code != ErrorCode::NotFound) return words.error();
  Book book;
  std::size_t cells = 0;
  for (const auto& [name, key] : names.sheets) {
    if (!is_wanted(name)) continue;
    const auto target = targets.files.find(key);
    const std::string part = ALONGSIDE_TRY(part_named(target == targets.files.end() ? "" : target->second));
    if (book.sheets.size() >= 8) return Error{ErrorCode::InvalidInput, "there are several sheets of one name"};
    book.sheets.push_back({clean_text(name), {}});
    SheetCells listener(book.sheets.back(), shared.words, cells);
    ALONGSIDE_TRY(read_part(parts, part, listener));
  }
  return book;
}

}  // namespace alongside::feedback
