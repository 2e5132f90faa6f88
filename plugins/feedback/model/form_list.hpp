// FormList: the rows or panels of a question that asks the same again, and the answer that they make together.
// A table (form_table.hpp) and a dynamic panel (form_panels.hpp) differ in when they make their rows and what
// they keep, as they do in survey-core. Owned by the FormPart that the question stands in.
#pragma once

#include "plugins/feedback/model/form_item.hpp"
#include "plugins/feedback/model/form_part.hpp"
#include "plugins/feedback/model/form_template.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace alongside::feedback {

class FormList {
 public:
  FormList(FormPart& owner, std::size_t element);
  virtual ~FormList() = default;
  FormList& operator=(const FormList&) = delete;
  static std::unique_ptr<FormList> create(FormPart& owner, std::size_t element);
  virtual std::unique_ptr<FormList> clone(FormPart& owner) const = 0;

  // Where somebody sees it for the first time, its rows are made; a name that leads into one of them is such a look.
  virtual void show() = 0;
  virtual bool leads_into_item(const Path& path, std::size_t end) const = 0;
  // While the form is put together: it is this one's turn.
  virtual void take_turn() {}
  // The form is whole: rows that somebody looked at while it was being put together are made anew.
  virtual void begin_again() {}
  // An answer that was kept elsewhere; one that is given to the question itself.
  virtual void take(Value value) = 0;
  virtual void set(Value value) = 0;
  // The answer of one of its questions, which it passes on to where its own is kept.
  virtual void keep_in(FormItem& item, const std::string& name, Value value) = 0;
  virtual void run_conditions() = 0;
  // Everybody has been told that its answer is now this.
  virtual void told(const Value& value) = 0;
  // At the end: what does not show is dropped.
  virtual void drop_hidden() = 0;
  virtual bool is_blank() const = 0;
  virtual const Value& value() const { return value_; }
  // A row's or a panel's answers, as they are kept; nothing: there are none.
  virtual Value kept_in(const FormItem& item) const = 0;
  // What the parts of a name after `end`, the question's own, are.
  virtual std::optional<Value> find(const Path& path, std::size_t end) const = 0;
  virtual Value filtered() const { return value_; }
  // A name in an expression of one of its items that is none of the item's own: part of the whole answer.
  virtual std::optional<Value> find_beside(const Path& path) const;
  // Whether it, or a list that it stands in, is among these.
  bool has_changed_in(const FormKeys& keys) const;

  void follow(const FormKeys& keys, const std::string& changed);
  void add_mistakes(std::vector<FormMistake>& mistakes) const;
  // In the items that show.
  bool has_unknown() const;
  void drop_unknown();
  virtual void add_own_mistakes(std::vector<FormMistake>&) const {}

  bool is_setting() const { return is_setting_; }
  const std::vector<std::unique_ptr<FormItem>>& items() const { return items_; }
  // Nothing runs any more: items that were taken out while something of theirs ran may go.
  void settle();
  std::size_t place_among_shown(const FormItem& item) const;
  const FormItem* shown_item(std::size_t place) const;
  const FormTemplate& what() const { return what_; }
  FormPart& owner() const { return owner_; }
  const FormElement& element() const { return owner_.elements()[element_]; }
  std::string place() const { return owner_.place_of(element_); }
  std::size_t place_of_list() const { return element_; }
  bool may_be_changed() const { return owner_.may_be_changed(element_); }

 protected:
  FormList(const FormList& other, FormPart& owner);
  std::unique_ptr<FormItem> new_item(std::size_t index, int number);
  void put_in(std::unique_ptr<FormItem> item);
  void take_out_from(std::size_t index);
  void add_same_twice(std::vector<FormMistake>& mistakes) const;

  FormPart& owner_;
  std::size_t element_;
  const FormTemplate& what_;
  Value value_;
  std::vector<std::unique_ptr<FormItem>> items_;
  bool is_shown_ = false;
  bool is_setting_ = false;

 private:
  std::vector<std::unique_ptr<FormItem>> taken_out_;
  virtual bool looks_the_same(const Value& left, const Value& right) const = 0;
};

}  // namespace alongside::feedback
