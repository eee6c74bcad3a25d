namespace Foldstream.Sqlite.Tests;

public sealed class ForeignFileTests : SqliteTest
{
    [Fact]
    public async Task File_that_is_not_of_SQLite_is_refused_and_left_as_it_is()
    {
        var content = string.Concat(Enumerable.Repeat("a letter to grandmother\n", 100));
        await File.WriteAllTextAsync(FilePath, content, Cancellation);

        var error = await RefusedAsync();

        Assert.Contains("it is no SQLite file. Give the store a file of its own", error.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(FilePath, Cancellation));
    }

    [Fact]
    public async Task Database_of_something_else_is_refused_and_left_as_it_is()
    {
        Query("CREATE TABLE recipes (name TEXT)");
        var content = await File.ReadAllBytesAsync(FilePath, Cancellation);

        var error = await RefusedAsync();

        Assert.Contains("it is the SQLite file of something else", error.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllBytesAsync(FilePath, Cancellation));
    }

    [Theory]
    [InlineData("PRAGMA application_id = 4711")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("PRAGMA application_id = 0x466F6C64")]
    public async Task Database_that_is_marked_as_something_else_is_refused(string mark)
    {
        Query(mark);

        await RefusedAsync();
    }

    [Fact]
    public async Task Store_of_a_newer_version_is_refused_with_the_way_out()
    {
        await using (await OpenAsync())
            Query($"PRAGMA user_version = {StoreSchema.Version + 1}");

        var error = await RefusedAsync();

        Assert.Contains(
            $"has version {StoreSchema.Version + 1} of the tables, and this package knows them up to version {StoreSchema.Version}: "
                + "raise the package Foldstream.Sqlite",
            error.Message,
            StringComparison.Ordinal);
    }

    private async Task<IncompatibleStoreException> RefusedAsync()
    {
        var error = await Assert.ThrowsAsync<IncompatibleStoreException>(async () => await OpenAsync());
        Assert.Equal(FilePath, error.Store);
        Assert.Contains($"'{FilePath}'", error.Message, StringComparison.Ordinal);
        return error;
    }
}
