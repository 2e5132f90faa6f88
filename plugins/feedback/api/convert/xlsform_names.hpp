// XlsFormNames: what the rows of an XLSForm are called there and here, and XPath in SurveyJS's language. The lower half
// of convert_xlsform.
#pragma once

#include "plugins/feedback/api/convert/foreign_expression.hpp"
#include "plugins/feedback/api/convert/form_sheet.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace alongside::feedback {

struct XlsFormName {
  std::string ours;
  std::string repeat;       // the innermost that it stands in, by our name; empty: in none
  bool is_several = false;  // select_multiple
  bool is_lost = false;     // it was left out: nothing can ask for it
};

class XlsFormNames {
 public:
  // A name of ours, other than any before it.
  std::string add(const std::string& theirs, const std::string& repeat, bool is_several);
  void lose(const std::string& theirs) { names_[theirs].is_lost = true; }
  const XlsFormName* find(const std::string& theirs) const;

  // `self` is the row's own name, for "."; `repeat` the one it stands in. `choices` and `choice` are for
  // choice_filter, which asks for the cells of a choice's row; null elsewhere.
  struct From {
    std::string self;
    std::string repeat;
    const FormSheet* choices = nullptr;
    const BookRow* choice = nullptr;
  };
  Result<std::string> expression(const ForeignNode& node, const From& from) const;
  // {name} in words that people read.
  std::string piped(std::string words, const From& from) const;

 private:
  Result<std::string> name(const ForeignNode& node, const From& from) const;
  Result<std::string> call(const ForeignNode& node, const From& from) const;
  Result<std::string> call_of_one(const ForeignNode& node, const ForeignNames& names, const From& from) const;
  Result<std::string> over_repeat(std::string_view function, const ForeignNode& node, const ForeignNames& names) const;
  ForeignNames names(const From& from) const;

  std::map<std::string, XlsFormName> names_;
  std::set<std::string> taken_;  // in small letters
};

}  // namespace alongside::feedback
