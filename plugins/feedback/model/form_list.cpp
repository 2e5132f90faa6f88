#include "plugins/feedback/model/form_list.hpp"

#include "plugins/feedback/model/form_panels.hpp"
#include "plugins/feedback/model/form_table.hpp"

#include <algorithm>

namespace alongside::feedback {

FormList::FormList(FormPart& owner, std::size_t element)
    : owner_(owner), element_(element), what_(*owner.elements()[element].inner) {}

FormList::FormList(const FormList& other, FormPart& owner)
    : owner_(owner),
      element_(other.element_),
      what_(other.what_),
      value_(other.value_),
      is_shown_(other.is_shown_),
      is_setting_(other.is_setting_) {
  for (const auto& item : other.items_) items_.push_back(std::make_unique<FormItem>(*item, *this));
}

std::unique_ptr<FormList> FormList::create(FormPart& owner, std::size_t element) {
  if (owner.elements()[element].type == FormType::PanelDynamic) return std::make_unique<FormPanels>(owner, element);
  return std::make_unique<FormTable>(owner, element);
}

std::unique_ptr<FormItem> FormList::new_item(std::size_t index, int number) {
  if (!owner_.take_room(std::max<std::size_t>(what_.elements.size(), 1))) return nullptr;
  return std::make_unique<FormItem>(*this, index, number);
}

void FormList::put_in(std::unique_ptr<FormItem> item) {
  item->stands_in_list = true;
  items_.push_back(std::move(item));
}

void FormList::take_out_from(std::size_t index) {
  while (items_.size() > index) {
    taken_out_.push_back(std::move(items_.back()));
    items_.pop_back();
  }
}

void FormList::settle() {
  taken_out_.clear();
  for (const auto& item : items_) item->settle();
}

void FormList::follow(const FormKeys& keys, const std::string& changed) {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i]->is_visible) items_[i]->follow(keys, changed);
  }
}

void FormList::add_mistakes(std::vector<FormMistake>& mistakes) const {
  for (const auto& item : items_) {
    if (item->is_visible) item->add_mistakes(mistakes);
  }
  add_same_twice(mistakes);
}

bool FormList::has_unknown() const {
  return std::ranges::any_of(items_, [](const auto& item) { return item->is_visible && item->has_unknown(); });
}

void FormList::drop_unknown() {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i]->is_visible) items_[i]->drop_unknown();
  }
}

void FormList::add_same_twice(std::vector<FormMistake>& mistakes) const {
  // In panels those that show count, and the first of them is right; in a table each of them is wrong.
  const bool is_table = element().type != FormType::PanelDynamic;
  for (const std::string& name : what_.different) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const auto at = items_[i]->place_of_name(name);
      if (!at || items_[i]->is_blank(*at) || !(is_table || items_[i]->is_visible)) continue;
      const auto is_same = [&](const auto& other) {
        return &*other != &*items_[i] && (is_table || other->is_visible) && !other->is_blank(*at) &&
               looks_the_same(items_[i]->value_of(*at), other->value_of(*at));
      };
      const auto end = is_table ? items_.end() : items_.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::any_of(items_.begin(), end, is_same)) {
        mistakes.push_back({items_[i]->place_of(*at), FormFault::SameTwice, 0});
      }
    }
  }
}

std::optional<Value> FormList::find_beside(const Path& path) const {
  return is_blank() ? std::nullopt : find_inside(value_, path);
}

bool FormList::has_changed_in(const FormKeys& keys) const {
  if (keys.contains(element().value_name)) return true;
  const FormList* around = owner_.list_around();
  return around != nullptr && around->has_changed_in(keys);
}

std::size_t FormList::place_among_shown(const FormItem& item) const {
  std::size_t place = 0;
  for (const auto& other : items_) {
    if (&*other == &item) return place;
    if (other->is_visible) ++place;
  }
  return place;
}

const FormItem* FormList::shown_item(std::size_t place) const {
  for (const auto& item : items_) {
    if (item->is_visible && place-- == 0) return item.get();
  }
  return nullptr;
}

}  // namespace alongside::feedback
