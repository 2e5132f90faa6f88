// XlsFormQuestions: a row of an XLSForm's "survey" as a question in SurveyJS's JSON; what of it cannot be carried is
// noted with its place. The lower half of convert_xlsform.
#pragma once

#include "plugins/feedback/api/convert/converted.hpp"
#include "plugins/feedback/api/convert/xlsform_names.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

struct XlsFormChoice {
  std::string name;
  wire::Bilingual words;
  const BookRow* row = nullptr;  // the sheet's, which outlives it
};
struct XlsFormLists {
  const FormSheet* sheet = nullptr;  // "choices"
  std::map<std::string, std::vector<XlsFormChoice>> by_name;
};

// "select_one yes_no or_other"
struct XlsFormType {
  std::string kind;  // "select_one"
  std::string list;  // "yes_no"
  bool has_other = false;
};
XlsFormType xlsform_type(std::string_view cell);

// What a conversion knows of the file it reads and of what it makes.
struct XlsFormWork {
  const FormSheet& survey;
  const XlsFormLists& lists;
  XlsFormNames& names;
  Converted& made;
  std::size_t choices = 0;

  std::string place(const BookRow& row, std::string_view column) const;
  void leave_out(const BookRow& row, std::string_view column, const std::string& why) const;
  // The cell as an expression of ours; nothing where it is empty or, which is noted, has no like here.
  std::optional<std::string> expression(const BookRow& row, std::string_view column,
                                        const XlsFormNames::From& from) const;
  wire::Bilingual words(const BookRow& row, std::string_view column, const XlsFormNames::From& from) const;
};

// Nothing where the whole row is left out, which is noted.
std::optional<server::JsonValue> xlsform_question(XlsFormWork& work, const BookRow& row, const XlsFormType& type,
                                                  const XlsFormNames::From& from);
// visibleIf of a row; also for groups and repeats.
void put_xlsform_condition(const XlsFormWork& work, const BookRow& row, const XlsFormNames::From& from,
                           server::JsonValue& json);

}  // namespace alongside::feedback
