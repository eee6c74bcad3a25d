namespace Foldstream.Tests;

public sealed class EventTypeTests
{
    /// <summary>Not enumerated by runners, which would write half a surrogate pair as something else.</summary>
    public static TheoryData<string> BadNames => ["", " ", "\t", "a\nb", "a\0", "\uD83C", new string('x', 201)];

    [Theory]
    [InlineData("money-deposited")]
    [InlineData("Größe geändert 🎉")]
    [InlineData("a")]
    public void Any_printable_name_of_up_to_200_characters_is_accepted(string name) =>
        Assert.Equal(name, new EventData(new EventType(name), default).Type.Name);

    [Fact]
    public void Name_of_200_characters_is_accepted() =>
        Assert.Equal(200, new EventData(new EventType(new string('x', 200)), default).Type.Name.Length);

    [Theory]
    [MemberData(nameof(BadNames), DisableDiscoveryEnumeration = true)]
    public void Other_name_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new EventData(new EventType(name), default));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Schema_version_below_1_is_refused(int version)
    {
        var error = Assert.Throws<ArgumentException>(() => new EventData(new EventType("opened", version), default));
        Assert.Contains("'opened'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Absent_type_is_refused() => Assert.Throws<ArgumentException>(() => new EventData(default, default));

    [Fact]
    public void Text_names_the_version_only_above_1()
    {
        Assert.Equal("opened", new EventType("opened").ToString());
        Assert.Equal("opened@2", new EventType("opened", 2).ToString());
    }
}
