using Foldstream.Sqlite.OtherProcess;

// Another process on the file of a test: `open FILE`, `append FILE STREAM COUNT` `burst FILE WRITERS`, `count FILE` or `hold-index FILE`, which run until they are killed.
await using var store = await Foldstream.Sqlite.SqliteEventStore.OpenAsync(args[1]);
switch (args[0])
{
    case "open":
        break;
    case "append":
        await Appending.RunAsync(store, args[2], int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture));
        break;
    case "burst":
        await Burst.RunAsync(store, int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
        break;
    case "count":
        await Counting.RunAsync(store);
        break;
    case "hold-index":
        await IndexLock.HoldAsync(args[1]);
        break;
    default:
        throw new ArgumentException($"'{args[0]}' is no command.");
}

Console.WriteLine("done");
