#include "plugins/feedback/api/convert/lss_tables.hpp"

#include "app/base/utf8.hpp"
#include "plugins/feedback/api/convert/converted.hpp"
#include "plugins/feedback/api/convert/xml_reader_expat.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

// <document> <questions> <rows> <row> <qid>1</qid>…
class LssListener final : public XmlListener {
 public:
  LssTables tables;
  bool is_survey = false;

  void opened(const XmlTag& tag) override {
    path_.emplace_back(tag.name);
    text_.clear();
    if (path_.size() == 4 && tag.name == "row") row_.clear();
  }
  void text(std::string_view text) override { text_ += text; }
  void closed(std::string_view name) override {
    if (path_.size() == 2 && name == "LimeSurveyDocType") is_survey = text_ == "Survey";
    if (path_.size() == 5 && path_[3] == "row") row_.insert_or_assign(path_.back(), clean_text(text_));
    if (path_.size() == 4 && name == "row") tables.tables[path_[1]].push_back(std::exchange(row_, {}));
    if (path_.size() == 4 && name == "row" && ++rows_ > ConvertLimits::most_rows * 4)
      trouble_ = "this is too much for one survey";
    path_.pop_back();
    text_.clear();
  }
  std::string_view stopped_by() const override { return trouble_; }

 private:
  std::vector<std::string> path_;
  std::string text_;
  LssRow row_;
  std::size_t rows_ = 0;
  std::string_view trouble_;
};

}  // namespace

const std::vector<LssRow>& LssTables::rows(std::string_view table) const {
  static const std::vector<LssRow> none;
  const auto found = tables.find(table);
  return found == tables.end() ? none : found->second;
}

std::string_view lss_cell(const LssRow& row, std::string_view column) {
  const auto found = row.find(column);
  return found == row.end() ? std::string_view() : std::string_view(found->second);
}

Result<LssTables> read_lss(std::string_view xml) {
  LssListener listener;
  ALONGSIDE_TRY(read_xml(xml, listener));
  if (!listener.is_survey)
    return Error{ErrorCode::InvalidInput, "this is no survey structure of LimeSurvey: export it as .lss"};
  return std::move(listener.tables);
}

}  // namespace alongside::feedback
