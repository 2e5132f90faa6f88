// ScriptFunction: the functions that an expression may call, as SurveyJS names them. Calling one is
// function_call.hpp; custom ones a survey cannot bring along.
#pragma once

#include <cstdint>
#include <iterator>
#include <string_view>

namespace alongside::feedback {

enum class ScriptFunction : std::uint8_t {
  Unknown,
  Age,
  Avg,
  AvgInArray,
  Count,
  CountInArray,
  CurrentDate,
  CurrentYear,
  DateAdd,
  DateDiff,
  Day,
  DiffDays,
  DisplayValue,
  GetComment,
  GetDate,
  GetYear,
  Iif,
  IsContainerReady,
  IsDisplayMode,
  Max,
  MaxInArray,
  Min,
  MinInArray,
  Month,
  PropertyValue,
  Round,
  Substring,
  Sum,
  SumInArray,
  Today,
  Trunc,
  Weekday,
  Year,
};

constexpr bool is_known(ScriptFunction function) { return function <= ScriptFunction::Year; }

inline constexpr std::string_view script_function_names[] = {"",
                                                             "age",
                                                             "avg",
                                                             "avgInArray",
                                                             "count",
                                                             "countInArray",
                                                             "currentDate",
                                                             "currentYear",
                                                             "dateAdd",
                                                             "dateDiff",
                                                             "day",
                                                             "diffDays",
                                                             "displayValue",
                                                             "getComment",
                                                             "getDate",
                                                             "getYear",
                                                             "iif",
                                                             "isContainerReady",
                                                             "isDisplayMode",
                                                             "max",
                                                             "maxInArray",
                                                             "min",
                                                             "minInArray",
                                                             "month",
                                                             "propertyValue",
                                                             "round",
                                                             "substring",
                                                             "sum",
                                                             "sumInArray",
                                                             "today",
                                                             "trunc",
                                                             "weekday",
                                                             "year"};

// Capital and small letters differ here, as they do in SurveyJS.
constexpr ScriptFunction script_function_named(std::string_view name) {
  for (std::size_t i = 1; i < std::size(script_function_names); ++i) {
    if (script_function_names[i] == name) return static_cast<ScriptFunction>(i);
  }
  return ScriptFunction::Unknown;
}

}  // namespace alongside::feedback
