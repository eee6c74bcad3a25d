using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Foldstream;

/// <summary>Evaluates a filter on query forms: for the authors of stores that filter in memory.</summary>
/// <remarks>Prepared once, asked for each document; safe for use by several threads.</remarks>
public sealed class DocumentMatch
{
    private readonly Func<DocumentKey, JsonElement, bool> matches;

    /// <summary>Prepares a filter.</summary>
    /// <param name="filter">The filter; null matches everything.</param>
    /// <param name="operators">Gives a custom operator by its name; throws <see cref="UnknownOperatorException"/> for one that is not registered.</param>
    public DocumentMatch(DocumentFilter? filter, Func<string, MemoryQueryOperator> operators)
    {
        ArgumentNullException.ThrowIfNull(operators);
        matches = filter is null ? (_, _) => true : Prepare(filter, operators);
    }

    /// <summary>Whether a document matches.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="queryForm">Its query form.</param>
    public bool IsMatch(DocumentKey key, JsonElement queryForm) => matches(key, queryForm);

    /// <summary>The value of a field in a query form, in sortable form; null where it is null, not there, or no single value.</summary>
    internal static string? KeyAt(JsonElement queryForm, FieldPath path) =>
        Find(queryForm, path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    // A filter is at most DocumentFilter.MaxDepth deep, so recursion ends.
    private static Func<DocumentKey, JsonElement, bool> Prepare(DocumentFilter filter, Func<string, MemoryQueryOperator> operators)
    {
        switch (filter)
        {
            case AllFilter all:
                var each = PrepareAll(all.Filters, operators);
                return (key, form) => Array.TrueForAll(each, part => part(key, form));
            case AnyFilter any:
                var one = PrepareAll(any.Filters, operators);
                return (key, form) => Array.Exists(one, part => part(key, form));
            case NotFilter not:
                var negated = Prepare(not.Filter, operators);
                return (key, form) => !negated(key, form);
            case IdFilter id:
                return PrepareId(id);
            case CustomFilter custom:
                var ask = operators(custom.Name);
                return (_, form) => ask(KeyAt(form, custom.Path), custom.Key);
            case FieldFilter field:
                return PrepareField(field);
            default:
                throw new ArgumentException($"A filter of type {filter.GetType().Name} cannot be evaluated.", nameof(filter));
        }
    }

    private static Func<DocumentKey, JsonElement, bool>[] PrepareAll(IEnumerable<DocumentFilter> filters, Func<string, MemoryQueryOperator> operators) =>
        [.. filters.Select(filter => Prepare(filter, operators))];

    private static Func<DocumentKey, JsonElement, bool> PrepareId(IdFilter filter)
    {
        Func<int, bool> holds = filter.Operator switch
        {
            FieldOperator.Less => order => order < 0,
            FieldOperator.Greater => order => order > 0,
            FieldOperator.Equal => order => order == 0,
            _ => throw new ArgumentException($"Ids cannot be compared by {filter.Operator}.", nameof(filter)),
        };
        return (key, _) => holds(DocumentOrder.CompareKeys(key, filter.Key));
    }

    private static Func<DocumentKey, JsonElement, bool> PrepareField(FieldFilter filter)
    {
        switch (filter.Operator)
        {
            case FieldOperator.IsNull:
                return (_, form) => Find(form, filter.Path) is null or { ValueKind: JsonValueKind.Null };
            case FieldOperator.Has:
                var item = filter.Keys[0];
                return (_, form) => Find(form, filter.Path) is { ValueKind: JsonValueKind.Array } list
                    && list.EnumerateArray().Any(value => value.ValueKind == JsonValueKind.String && value.ValueEquals(item));
            default:
                var holds = PrepareValue(filter.Operator, filter.Keys);
                return (_, form) => KeyAt(form, filter.Path) is { } value && holds(value);
        }
    }

    private static Func<string, bool> PrepareValue(FieldOperator asked, IReadOnlyList<string> keys)
    {
        if (asked == FieldOperator.In)
        {
            var among = keys.ToHashSet(StringComparer.Ordinal);
            return among.Contains;
        }

        var key = keys[0];
        switch (asked)
        {
            case FieldOperator.Equal:
                return value => string.Equals(value, key, StringComparison.Ordinal);
            case FieldOperator.Less:
                return value => SortableKey.Comparer.Compare(value, key) < 0;
            case FieldOperator.LessOrEqual:
                return value => SortableKey.Comparer.Compare(value, key) <= 0;
            case FieldOperator.Greater:
                return value => SortableKey.Comparer.Compare(value, key) > 0;
            case FieldOperator.GreaterOrEqual:
                return value => SortableKey.Comparer.Compare(value, key) >= 0;
            case FieldOperator.Contains:
                return value => value.Contains(key, StringComparison.Ordinal);
            case FieldOperator.StartsWith:
                return value => value.StartsWith(key, StringComparison.Ordinal);
            case FieldOperator.Matches:
                var pattern = new Regex(TextPattern.ToDotNet(key), TextPattern.DotNetOptions, Regex.InfiniteMatchTimeout);
                return pattern.IsMatch;
            default:
                throw new ArgumentException($"{asked} is no operator of a field's value.", nameof(asked));
        }
    }

    private static JsonElement? Find(JsonElement element, FieldPath path)
    {
        foreach (var segment in path.Segments)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object when element.TryGetProperty(segment, out var member):
                    element = member;
                    break;
                case JsonValueKind.Array when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength():
                    element = element[index];
                    break;
                default:
                    return null;
            }
        }

        return element;
    }
}
