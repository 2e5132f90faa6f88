#include "plugins/feedback/model/form_panels.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/loose.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

bool is_list_or_nothing(const Value& value) { return value.kind == ValueKind::List || value.is_empty(); }

}  // namespace

FormPanels::FormPanels(FormPart& owner, std::size_t element)
    : FormList(owner, element), count_(std::max(what_.count, what_.fewest)) {}

FormPanels::FormPanels(const FormPanels& other, FormPart& owner)
    : FormList(other, owner),
      count_(other.count_),
      adding_value_(other.adding_value_),
      is_adding_(other.is_adding_),
      has_added_value_(other.has_added_value_),
      is_counting_by_value_(other.is_counting_by_value_),
      has_begun_(other.has_begun_),
      is_early_(other.is_early_),
      is_quiet_(other.is_quiet_),
      is_internal_(other.is_internal_),
      keeping_(other.keeping_) {}

std::unique_ptr<FormList> FormPanels::clone(FormPart& owner) const {
  return std::make_unique<FormPanels>(*this, owner);
}

// The fewest panels are there only once it begins: looked into before, while the form is put together, it has as many
// as are asked for, and where none are it has none yet.
void FormPanels::show() {
  if (is_shown_) return;
  is_shown_ = true;
  const bool is_whole = has_begun_ || owner_.list_around() != nullptr;
  is_early_ = !is_whole && what_.count == 0;
  const std::size_t count = is_whole ? count_ : what_.count;
  if (count > 0) count_to(count);
}

bool FormPanels::leads_into_item(const Path& path, std::size_t end) const {
  return path[end].index && *path[end].index > -1;
}

// Panels in which nothing is said are no answer.
bool FormPanels::is_blank() const {
  return value().kind != ValueKind::List || std::ranges::all_of(value().items, &Value::is_empty);
}

bool FormPanels::looks_the_same(const Value& left, const Value& right) const {
  const bool are_objects = is_object(left) || is_object(right);
  return !are_objects && loosely_equal(left, right, Order::Counts, Words::Exact);
}

void FormPanels::take(Value value) {
  if (!is_list_or_nothing(value)) return;
  is_quiet_ = is_early_;
  store(std::move(value));
  is_quiet_ = false;
}

void FormPanels::set(Value value) { assign(std::move(value), Equal::IsNothingNew); }

void FormPanels::assign(Value given, Equal equal) {
  if (is_quiet_ || (equal == Equal::IsNothingNew && same_answer(given, value()))) return;
  if (!is_list_or_nothing(given)) return;
  const bool was_setting = is_setting_;
  is_setting_ = true;
  if (is_adding_) {
    has_added_value_ = true;
    adding_value_ = std::move(given);
  } else {
    store(std::move(given));
    owner_.keep(element().value_name, value());
  }
  is_setting_ = was_setting;
}

void FormPanels::store(Value given) {
  if (is_counting_by_value_) return;
  const bool leaves_list = value_.kind == ValueKind::List && is_nothing(given);
  value_ = leaves_list ? Value::of_list({}) : std::move(given);
  count_by_value();
  if (keeping_ > 0) return;
  for (std::size_t i = 0; i < items_.size(); ++i) items_[i]->take(kept_in(*items_[i]));
}

void FormPanels::count_by_value() {
  if (is_internal_) return;
  std::size_t count = value().kind == ValueKind::List ? value().items.size() : 0;
  if (count == 0) count = count_;
  is_counting_by_value_ = true;
  count_to(count);
  is_counting_by_value_ = false;
}

void FormPanels::count_to(std::size_t given) {
  const std::size_t count = std::min(given, FormTemplate::most_panels);
  if (!is_shown_) {
    const std::size_t most = element().face.most_items == 0 ? count : element().face.most_items;
    count_ = std::max(what_.fewest, std::min(count, most));
    return;
  }
  if (count == items_.size()) return;
  adding_value_ = value();
  is_adding_ = true;
  has_added_value_ = false;
  for (std::size_t left = count > items_.size() ? count - items_.size() : 0; left > 0; --left) add_panel();
  take_out_from(count);
  is_adding_ = false;
  if (has_added_value_) {
    is_internal_ = true;
    set(adding_value_);
    is_internal_ = false;
  }
  if (count == given && count == items_.size()) value_by_count();
  owner_.run_element(element_);
}

void FormPanels::add_panel() {
  auto panel = new_item(items_.size(), -1);
  if (!panel) return;
  const bool has_answers = value().kind == ValueKind::List && value().items.size() > items_.size();
  panel->begin_panel(has_answers ? value().items[items_.size()] : Value());
  put_in(std::move(panel));
}

// A panel in which nothing is said yet is there all the same.
void FormPanels::value_by_count() {
  Value all = value().kind == ValueKind::List ? value() : Value::of_list({});
  if (all.items.size() == items_.size()) return;
  for (std::size_t i = all.items.size(); i < items_.size(); ++i) all.items.push_back(items_[i]->collected());
  all.items.resize(items_.size());
  if (value_.kind == ValueKind::List) value_ = all;  // survey-core's list grows where it stands
  is_internal_ = true;
  assign(std::move(all), Equal::IsGivenAgain);
  is_internal_ = false;
}

Value FormPanels::kept_in(const FormItem& item) const {
  const Value& all = value();
  const bool has_answers = all.kind == ValueKind::List && item.index() < all.items.size();
  return has_answers ? all.items[item.index()] : Value::of_map();
}

void FormPanels::keep_in(FormItem& item, const std::string& name, Value given) {
  ++keeping_;
  Value all = value().kind == ValueKind::List ? value() : Value::of_list({});
  while (all.items.size() < std::max(item.index() + 1, items_.size())) all.items.push_back(Value::of_map());
  Value& before = all.items[item.index()];
  Value answers = Value::of_map();
  for (std::size_t i = 0; i < before.entries(); ++i) {
    if (before.names[i] != name) answers.set(before.names[i], std::move(before.items[i]));
  }
  if (!given.is_empty()) answers.set(name, std::move(given));
  before = std::move(answers);
  set(std::move(all));
  --keeping_;
}

void FormPanels::run_conditions() {
  const bool was_internal = is_internal_;
  is_internal_ = true;
  for (std::size_t i = 0; i < items_.size(); ++i) items_[i]->run_conditions();
  is_internal_ = was_internal;
}

void FormPanels::told(const Value& now) {
  const auto says_nothing = [](const auto& item) { return item->collected().is_empty(); };
  const bool is_gone = now.kind == ValueKind::None;
  if (is_gone && std::ranges::all_of(items_, says_nothing)) return;
  for (std::size_t i = 0; i < items_.size(); ++i) items_[i]->told(kept_in(*items_[i]));
  if (is_gone) value_by_count();
}

void FormPanels::drop_hidden() {
  for (std::size_t i = 0; i < items_.size(); ++i) items_[i]->drop_hidden();
}

std::optional<Value> FormPanels::find(const Path& path, std::size_t end) const {
  const auto rest = Path(path.begin() + static_cast<std::ptrdiff_t>(end) + 1, path.end());
  if (path[end].index && *path[end].index >= 0) {
    const auto index = static_cast<std::size_t>(std::min(*path[end].index, 1e6));
    return index < items_.size() ? items_[index]->find_part(rest, 0) : std::nullopt;
  }
  return is_blank() || rest.empty() ? std::nullopt : find_inside(value(), rest);
}

}  // namespace alongside::feedback
