namespace Foldstream.Tests;

public sealed class StreamIdTests
{
    public static TheoryData<string> GoodCategories => ["a", "0", "account", "Account", "a.b-c_d", "9.9", new string('x', 64)];

    public static TheoryData<string> BadCategories =>
        ["", " ", ".a", "-a", "_a", "a b", "a/b", "ä", "a\n", "a\0", "日本", "a:b", new string('x', 65)];

    public static TheoryData<string> GoodIds =>
        ["a", " ", "0", "a b", "/", "a/b/c", "ä", "日本", "🎉", "'; --", "\u00A0", "\u200B", new string('x', 512), string.Concat(Enumerable.Repeat("🎉", 128))];

    /// <summary>Not enumerated by runners, which would write half a surrogate pair as something else.</summary>
    public static TheoryData<string> BadIds =>
        ["a\0", "\n", "a\tb", "\u007F", "\u0085", "\uD83C", "\uDF89a", "a\uD83C", new string('x', 513), string.Concat(Enumerable.Repeat("🎉", 128)) + "x"];

    [Theory]
    [MemberData(nameof(GoodCategories))]
    public void Category_of_letters_digits_and_three_signs_is_accepted(string category) =>
        Assert.Equal(category, new StreamId(category, "one").Category);

    [Theory]
    [MemberData(nameof(BadCategories))]
    public void Other_category_is_refused_with_the_rule(string category)
    {
        var error = Assert.Throws<ArgumentException>(() => new StreamId(category, "one"));
        Assert.Contains($"'{category}' is not a category", error.Message, StringComparison.Ordinal);
        Assert.Equal("category", error.ParamName);
    }

    [Theory]
    [MemberData(nameof(GoodIds))]
    public void Id_of_up_to_512_bytes_is_accepted(string id)
    {
        Assert.Equal(id, new StreamId("thing", id).Id);
        Assert.Equal(id, new StreamId("thing", "one", id).Tenant);
    }

    [Theory]
    [MemberData(nameof(BadIds), DisableDiscoveryEnumeration = true)]
    public void Id_that_is_too_long_malformed_or_holds_control_characters_is_refused(string id)
    {
        Assert.Equal("id", Assert.Throws<ArgumentException>(() => new StreamId("thing", id)).ParamName);
        Assert.Equal("tenant", Assert.Throws<ArgumentException>(() => new StreamId("thing", "one", id)).ParamName);
    }

    [Fact]
    public void Empty_id_is_refused_and_empty_tenant_is_the_default()
    {
        Assert.Throws<ArgumentException>(() => new StreamId("thing", ""));
        Assert.Equal("", new StreamId("thing", "one").Tenant);
        Assert.Equal(new StreamId("thing", "one", ""), new StreamId("thing", "one"));
    }

    [Fact]
    public void Absent_part_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new StreamId(null!, "one"));
        Assert.Throws<ArgumentNullException>(() => new StreamId("thing", null!));
        Assert.Throws<ArgumentNullException>(() => new StreamId("thing", "one", null!));
    }

    [Fact]
    public void Message_tells_what_is_wrong_with_an_id()
    {
        Assert.Contains("513 bytes", MessageOf(new string('x', 513)), StringComparison.Ordinal);
        Assert.Contains("U+0009", MessageOf("a\tb"), StringComparison.Ordinal);
        Assert.Contains("surrogate", MessageOf("\uD83C"), StringComparison.Ordinal);

        static string MessageOf(string id) => Assert.Throws<ArgumentException>(() => new StreamId("thing", id)).Message;
    }

    [Theory]
    [InlineData("thing/one", "thing", "one")]
    [InlineData("thing/one/two", "thing", "one/two")]
    [InlineData("thing//", "thing", "/")]
    public void Text_is_split_at_the_first_slash(string text, string category, string id)
    {
        var stream = StreamId.Parse(text, "acme");
        Assert.Equal(new StreamId(category, id, "acme"), stream);
        Assert.Equal(text, stream.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("thing")]
    [InlineData("thing/")]
    [InlineData("/one")]
    [InlineData("th ing/one")]
    public void Text_that_is_no_address_is_refused(string text) => Assert.Throws<ArgumentException>(() => StreamId.Parse(text));

    [Fact]
    public void Addresses_are_compared_by_all_parts_and_case()
    {
        var stream = new StreamId("thing", "one", "acme");
        Assert.Equal(new StreamId("thing", "one", "acme"), stream);
        Assert.NotEqual(new StreamId("Thing", "one", "acme"), stream);
        Assert.NotEqual(new StreamId("thing", "One", "acme"), stream);
        Assert.NotEqual(new StreamId("thing", "one", "Acme"), stream);
        Assert.NotEqual(new StreamId("thing", "one"), stream);
    }

    [Fact]
    public void Key_and_category_make_an_address()
    {
        StreamKey key = "one";
        Assert.Equal(new StreamId("thing", "one"), key.In("thing"));
        Assert.Equal(new StreamId("thing", "one", "acme"), new StreamKey("one", "acme").In("thing"));
        Assert.Throws<ArgumentNullException>(() => default(StreamKey).In("thing"));
    }
}
