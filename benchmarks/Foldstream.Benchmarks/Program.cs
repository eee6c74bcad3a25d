using Foldstream.Benchmarks;

return await BenchmarkRun.MainAsync(args);
