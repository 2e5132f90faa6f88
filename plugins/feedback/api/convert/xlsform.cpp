#include "plugins/feedback/api/convert/xlsform.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/api/convert/made_json.hpp"
#include "plugins/feedback/api/convert/xlsform_question.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <cmath>
#include <utility>

namespace alongside::feedback {
namespace {

using server::JsonValue;

// Columns that mean something and are not carried, and what we do instead; told once a column.
constexpr std::pair<std::string_view, std::string_view> left_columns[] = {
    {"autoplay", "nothing is played by itself"},
    {"guidance_hint", "only the hint is shown"},
    {"media::audio", "the device reads the words aloud"},
    {"media::big-image", "choose symbols for the choices instead (imageLink)"},
    {"media::image", "choose symbols for the choices instead (imageLink)"},
    {"media::video", "a survey has no videos"},
    {"required_message", "the app says itself that an answer is needed"},
    {"save_to", "there are no entities"},
    {"trigger", "a sum is worked out anew at every answer"}};

XlsFormLists choice_lists(const FormSheet& sheet) {
  XlsFormLists lists{&sheet, {}};
  const std::string_view list_key = sheet.has("list_name") ? "list_name" : "list";
  for (const BookRow& row : sheet.rows()) {
    const std::string list = sheet.cell(row, list_key);
    XlsFormChoice choice{sheet.cell(row, "name"), sheet.words(row, "label"), &row};
    if (!list.empty() && !choice.name.empty()) lists.by_name[list].push_back(std::move(choice));
  }
  return lists;
}

// Exactly these: "end #group" is a question of a kind that nobody knows.
bool is_end(const XlsFormType& type) { return type.kind == "end_group" || type.kind == "end_repeat"; }
bool is_begin(const XlsFormType& type) { return type.kind == "begin_group" || type.kind == "begin_repeat"; }

class XlsFormReader {
 public:
  XlsFormReader(const FormSheet& survey, const XlsFormLists& lists) : survey_(survey), lists_(lists) {}

  Result<Converted> run(const wire::Bilingual& title) {
    for (const BookRow& row : survey_.rows()) note_name(row);
    open_.clear();
    for (const BookRow& row : survey_.rows()) {
      read_row(row);
      if (work_.choices > ConvertLimits::most_choices)
        return Error{ErrorCode::TooLarge,
                     work_.place(row, "type") + ": there are more than 100,000 choices in all questions"};
      if (open_.size() > ConvertLimits::most_groups_deep)
        return Error{ErrorCode::TooLarge,
                     work_.place(row, "type") + ": groups stand more than 12 deep inside each other"};
    }
    while (!open_.empty()) {
      made_.leave_out("survey, the end", "\"" + open_.back().theirs + "\" is never closed; it ends here");
      close();
    }
    end_loose_page();
    note_columns();
    JsonValue definition = made_object();
    put_words(definition, "title", title);
    if (!calculated_.items.empty()) put(definition, "calculatedValues", std::move(calculated_));
    put(definition, "pages", std::move(pages_));
    made_.definition = std::move(definition);
    return std::move(made_);
  }

 private:
  enum class Container : std::uint8_t { Page, Panel, Repeat };
  struct Opened {
    Container kind = Container::Panel;
    JsonValue json;
    JsonValue elements = made_list();
    std::string theirs;
    std::string repeat;  // the innermost, by our name
  };

  std::string repeat_here() const { return open_.empty() ? "" : open_.back().repeat; }
  // Another of the same name, and a row without one, goes by its number.
  std::string name_in(const BookRow& row) const { return called_.at(row.number); }
  const std::string& ours_of(const BookRow& row) const { return names_.find(name_in(row))->ours; }

  // Before anything asks for it: a condition may ask for what comes later.
  void note_name(const BookRow& row) {
    const XlsFormType type = xlsform_type(survey_.cell(row, "type"));
    if (type.kind.empty()) return;
    if (is_end(type)) {
      if (!open_.empty()) open_.pop_back();
      return;
    }
    std::string theirs = survey_.cell(row, "name");
    const bool is_again = names_.find(theirs) != nullptr;
    if (is_again) work_.leave_out(row, "name", "\"" + theirs + "\" was there before; conditions ask for the first");
    if (is_again || theirs.empty()) theirs += "row " + std::to_string(row.number);
    const std::string ours = names_.add(theirs, repeat_here(), type.kind == "select_multiple");
    called_[row.number] = theirs;
    if (is_begin(type))
      open_.push_back({Container::Panel, {}, {}, theirs, type.kind == "begin_repeat" ? ours : repeat_here()});
  }

  void read_row(const BookRow& row) {
    const XlsFormType type = xlsform_type(survey_.cell(row, "type"));
    if (type.kind.empty()) {
      if (!survey_.cell(row, "label").empty()) work_.leave_out(row, "type", "it says no type");
    } else if (is_begin(type)) {
      open(row, type);
    } else if (is_end(type)) {
      if (open_.empty()) return work_.leave_out(row, "type", "nothing is open that could end here");
      close();
    } else if (type.kind == "calculate") {
      calculate(row);
    } else {
      question(row, type);
    }
  }

  XlsFormNames::From from(const BookRow& row) const { return {name_in(row), repeat_here(), nullptr}; }

  void question(const BookRow& row, const XlsFormType& type) {
    auto json = xlsform_question(work_, row, type, from(row));
    if (!json) return names_.lose(name_in(row));
    made_.questions += type.kind == "note" ? 0 : 1;
    elements_here().items.push_back(std::move(*json));
  }

  void calculate(const BookRow& row) {
    const auto sum = repeat_here().empty() ? work_.expression(row, "calculation", from(row)) : std::nullopt;
    if (!repeat_here().empty()) work_.leave_out(row, "calculation", "nothing is worked out for each item of a repeat");
    if (!sum) return names_.lose(name_in(row));
    JsonValue value = made_object();
    put(value, "name", made_text(ours_of(row)));
    put(value, "expression", made_text(*sum));
    put(value, "includeIntoResult", made_truth(true));
    calculated_.items.push_back(std::move(value));
  }

  // Each group outside of others is a page; what stands between them shares one.
  void open(const BookRow& row, const XlsFormType& type) {
    const XlsFormNames::From here = from(row);
    Opened opened;
    opened.theirs = here.self;
    opened.repeat = here.repeat;
    opened.kind = type.kind == "begin_repeat" ? Container::Repeat : open_.empty() ? Container::Page : Container::Panel;
    opened.json = made_object();
    const std::string& ours = ours_of(row);
    if (opened.kind == Container::Page) end_loose_page();
    if (opened.kind == Container::Repeat) opened.repeat = ours;
    if (opened.kind == Container::Panel) put(opened.json, "type", made_text("panel"));
    if (opened.kind == Container::Repeat) put(opened.json, "type", made_text("paneldynamic"));
    put(opened.json, "name", made_text(ours));
    put_words(opened.json, "title", work_.words(row, "label", here));
    put_words(opened.json, "description", work_.words(row, "hint", here));
    put_xlsform_condition(work_, row, here, opened.json);
    if (opened.kind == Container::Repeat) put_count(row, opened.json);
    open_.push_back(std::move(opened));
  }

  void put_count(const BookRow& row, JsonValue& json) {
    const std::string cell = survey_.cell(row, "repeat_count");
    const double count = number_of(cell);
    const bool is_fixed = !cell.empty() && std::isfinite(count) && count >= 1 && count <= 100;
    put(json, "panelCount", made_number(is_fixed ? std::trunc(count) : 1));
    if (is_fixed) {
      put(json, "minPanelCount", made_number(std::trunc(count)));
      put(json, "maxPanelCount", made_number(std::trunc(count)));
    } else if (!cell.empty()) {
      work_.leave_out(row, "repeat_count", "how many there are is for the person to say");
    }
  }

  void close() {
    Opened closed = std::move(open_.back());
    open_.pop_back();
    if (closed.elements.items.empty()) return;
    put(closed.json, closed.kind == Container::Repeat ? "templateElements" : "elements", std::move(closed.elements));
    JsonValue& there = closed.kind == Container::Page ? pages_ : elements_here();
    there.items.push_back(std::move(closed.json));
  }

  JsonValue& elements_here() { return open_.empty() ? loose_ : open_.back().elements; }

  void end_loose_page() {
    if (loose_.items.empty()) return;
    JsonValue page = made_object();
    put(page, "name", made_text("page" + std::to_string(pages_.items.size() + 1)));
    put(page, "elements", std::exchange(loose_, made_list()));
    pages_.items.push_back(std::move(page));
  }

  void note_columns() {
    for (const auto& [key, why] : left_columns) {
      std::size_t rows = 0;
      for (const BookRow& row : survey_.rows()) rows += survey_.cell(row, key).empty() ? 0 : 1;
      if (rows > 0)
        made_.leave_out("survey, column " + std::string(key), std::to_string(rows) + " rows: " + std::string(why));
    }
    for (const std::string& heading : survey_.other_languages())
      made_.leave_out("survey, column " + heading, "we ask in English and Welsh");
  }

  const FormSheet& survey_;
  const XlsFormLists& lists_;
  Converted made_;
  XlsFormNames names_;
  XlsFormWork work_{survey_, lists_, names_, made_};
  std::map<std::size_t, std::string> called_;  // by row
  std::vector<Opened> open_;
  JsonValue pages_ = made_list(), loose_ = made_list(), calculated_ = made_list();
};

}  // namespace

Result<Converted> convert_xlsform(const Book& book) {
  const BookSheet* survey = book.find("survey");
  if (survey == nullptr)
    return Error{ErrorCode::InvalidInput, "there is no sheet named \"survey\": is this an XLSForm?"};
  const FormSheet settings = book.find("settings") ? FormSheet(*book.find("settings"), "") : FormSheet();
  wire::Bilingual title;
  std::string usual;
  if (!settings.rows().empty()) {
    title = settings.words(settings.rows().front(), "form_title");
    usual = settings.cell(settings.rows().front(), "default_language");
  }
  const FormSheet sheet(*survey, usual);
  if (!sheet.has("type")) return Error{ErrorCode::InvalidInput, "the sheet \"survey\" has no column \"type\""};
  const BookSheet* choices = book.find("choices");
  const FormSheet choice_sheet = choices ? FormSheet(*choices, usual) : FormSheet();
  const XlsFormLists lists = choice_lists(choice_sheet);
  return XlsFormReader(sheet, lists).run(title);
}

}  // namespace alongside::feedback
