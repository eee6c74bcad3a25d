namespace Foldstream.Tests;

public sealed class FilterTests
{
    private static readonly Field<int?> Number = new(FieldPath.Root.Member("number"), SortableKey.Of);

    [Fact]
    public void Filters_side_by_side_lie_flat()
    {
        var all = (Number == 1) & (Number == 2) & (Number == 3);
        Assert.Equal(3, Assert.IsType<AllFilter>(all).Filters.Count);
        var any = (Number == 1) | (Number == 2) | ((Number == 3) | (Number == 4));
        Assert.Equal(4, Assert.IsType<AnyFilter>(any).Filters.Count);
        var one = Number == 1;
        Assert.Same(one, !!one);
    }

    [Fact]
    public void A_filter_that_is_nested_too_deep_is_refused_where_it_is_written()
    {
        var filter = Number == 0;
        var refused = Assert.Throws<ArgumentException>(() =>
        {
            for (var level = 0; level < 100_000; level++)
                filter = level % 2 == 0 ? (Number == level) & filter : (Number == level) | filter;
        });
        Assert.Contains($"{DocumentFilter.MaxDepth} is the limit", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_must_be_there_is_asked_for()
    {
        Assert.Contains("IsNull", Assert.Throws<ArgumentNullException>(() => Number < null).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new Field<string>(FieldPath.Root.Member("t"), SortableKey.Of).Contains(null!));
    }

    [Fact]
    public void Null_among_values_asks_for_null_too()
    {
        var any = Assert.IsType<AnyFilter>(Number.In(1, null, 1, null));
        Assert.Equal([FieldOperator.In, FieldOperator.IsNull], any.Filters.Cast<FieldFilter>().Select(filter => filter.Operator));
        Assert.Single(((FieldFilter)any.Filters[0]).Keys);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b.c", "a|b|c")]
    [InlineData("a[0].b", "a|0|b")]
    [InlineData("a.0", "a|0")]
    [InlineData("[\"x.y\"].z", "x.y|z")]
    [InlineData("a[\"\"]", "a|")]
    [InlineData("a[\"k]\"][12]", "a|k]|12")]
    public void Paths_are_read(string text, string segments) => Assert.Equal(segments, string.Join('|', FieldPath.Parse(text).Segments));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("a[0")]
    [InlineData("a[]")]
    [InlineData("a[0]b")]
    [InlineData("a[\"x]")]
    public void What_is_no_path_is_refused(string text) => Assert.Throws<FormatException>(() => FieldPath.Parse(text));

    [Fact]
    public void Pages_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Page.Number(0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Page.First(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Page.Last(Page.MaxSize + 1));
        Assert.Equal(Page.MaxSize, Page.First(Page.MaxSize).Size);
    }

    [Fact]
    public void A_sort_of_too_many_fields_is_refused()
    {
        var sort = Number.Ascending();
        Assert.Throws<ArgumentException>(() =>
        {
            for (var term = 0; term < 20; term++)
                sort = sort.Then(Number.Descending());
        });
        Assert.Equal(16, sort.Terms.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("!!!!")]
    [InlineData("e30")]
    [InlineData("W10")]
    [InlineData("WyJhIl0")]
    [InlineData("WzEsMiwzXQ")]
    [InlineData("W251bGwsbnVsbCxudWxsXQ")]
    public void What_is_no_cursor_is_refused(string text) => Assert.Throws<FormatException>(() => DocumentCursor.Parse(text));
}
